/** The languages of the pages, the letters and the reports, each by its own name. */

export const LANGUAGES = ['en', 'de', 'ar'] as const
export type Language = (typeof LANGUAGES)[number]

/** English, Deutsch, العربية: who looks for theirs may read no other. */
export function nameOfLanguage(language: Language): string {
  return new Intl.DisplayNames([language], { type: 'language' }).of(language) ?? language
}
