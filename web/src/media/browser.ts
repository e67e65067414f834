/** Whose settings a person has to look for, by what the browser says of itself. Only for advice in words. */

export type BrowserKind = 'chrome' | 'chrome_android' | 'firefox' | 'safari' | 'safari_ios' | 'unknown'

export function browserKind({ userAgent, maxTouchPoints }: BrowserSays = navigator): BrowserKind {
  const isIos = /iPhone|iPad/.test(userAgent) || (/Macintosh/.test(userAgent) && maxTouchPoints > 1)
  if (isIos) return 'safari_ios'
  if (/Firefox\//.test(userAgent)) return 'firefox'
  if (/Chrom(e|ium)\//.test(userAgent)) return /Android/.test(userAgent) ? 'chrome_android' : 'chrome'
  return /Safari\//.test(userAgent) ? 'safari' : 'unknown'
}

type BrowserSays = Pick<Navigator, 'userAgent' | 'maxTouchPoints'>
