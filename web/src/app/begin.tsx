import './fonts.css'

import { StrictMode, type ReactNode } from 'react'
import { createRoot } from 'react-dom/client'

import { startLanguage } from '@/lib/i18n'
import { preferredLanguage } from '@/lib/language'

import { shareNonce } from './nonce'
import { applyTheme } from './theme'

/** What every page begins with. Returns what draws in the place of all that was drawn before. */
export async function begin(): Promise<(page: ReactNode) => void> {
  shareNonce()
  applyTheme()
  await startLanguage(preferredLanguage())
  const element = document.getElementById('root')
  if (!element) throw new Error('the page has no #root')
  const root = createRoot(element)
  return (page) => root.render(<StrictMode>{page}</StrictMode>)
}
