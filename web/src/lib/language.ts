/** Which language the page speaks: the one chosen in this browser, else the one that the server knows the person by,
 *  else the first of the browser's that we have. */

import { speak } from './i18n'
import { type Language, LANGUAGES } from './languages'

type Keep = (language: Language) => Promise<unknown>

const STORED_AS = 'fairview.language'

let keep: Keep | undefined
let notKept: Language | undefined

const ours = (wish: string) => LANGUAGES.find((one) => one === wish.toLowerCase().split('-')[0])

const chosenHere = () => ours(localStorage.getItem(STORED_AS) ?? '')

export function preferredLanguage(wishes: readonly string[] = navigator.languages): Language {
  return chosenHere() ?? wishes.map(ours).find(Boolean) ?? 'en'
}

/** For this browser at once, and on the server as soon as it is known whose choice it is. */
export async function chooseLanguage(language: Language): Promise<void> {
  localStorage.setItem(STORED_AS, language)
  notKept = language
  await Promise.all([speak(language), tellServer()])
}

/** The server has said who is here; `known` is what they chose before, here or elsewhere. */
export async function meetPerson(known: Language | null, keepChoice?: Keep): Promise<void> {
  keep = keepChoice
  const chosen = chosenHere()
  if (chosen && !known) notKept = chosen
  if (known && !chosen) await speak(known).catch(() => undefined)
  void tellServer()
}

/** Where it cannot be told, the choice holds in this browser, and the server hears of it the next time. */
async function tellServer(): Promise<void> {
  const told = notKept
  if (!keep || !told) return
  try {
    await keep(told)
    if (notKept === told) notKept = undefined
  } catch {
    // It stays to be told.
  }
}
