import { Languages } from 'lucide-react'
import { useTranslation } from 'react-i18next'

import { classes } from '@/lib/classes'
import { chooseLanguage } from '@/lib/language'
import { type Language, LANGUAGES, nameOfLanguage } from '@/lib/languages'

import { toast } from './toast'

type Props = {
  size?: 'desk' | 'candidate'
  /** Where the sign stands alone, for want of room. */
  nameHidden?: 'narrow' | 'always' | undefined
  className?: string
}

const SIZES = { desk: 'min-h-9 min-w-9 text-13', candidate: 'min-h-12 min-w-12 text-15' }
const HIDDEN = { narrow: 'max-sm:hidden', always: 'hidden' }

/** The system's own list, under the name of the language that the page speaks. */
export function LanguageSwitch({ size = 'candidate', nameHidden, className }: Props) {
  const { t, i18n } = useTranslation('ui')
  const choose = (language: Language) =>
    chooseLanguage(language).catch(() => toast({ text: t('problems:offline'), tone: 'grave' }))
  return (
    <span
      className={classes(
        'relative inline-flex shrink-0 items-center justify-center gap-2 rounded-control px-2 text-ink-2 hover:bg-sunk hover:text-ink',
        'has-focus-visible:outline-2 has-focus-visible:outline-focus',
        SIZES[size],
        className,
      )}
    >
      <Languages aria-hidden className="size-4.5" />
      <span aria-hidden className={nameHidden && HIDDEN[nameHidden]}>
        {nameOfLanguage(i18n.language as Language)}
      </span>
      <select
        aria-label={t('language')}
        value={i18n.language}
        onChange={(event) => void choose(event.target.value as Language)}
        className="absolute inset-0 text-17 opacity-0"
      >
        {LANGUAGES.map((language) => (
          <option key={language} value={language} lang={language}>
            {nameOfLanguage(language)}
          </option>
        ))}
      </select>
    </span>
  )
}
