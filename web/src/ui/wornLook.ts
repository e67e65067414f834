/** The look of the organisation whose page this is. It is put on as soon as it is known, before that page is
 *  drawn, so that nothing changes colour under anybody's eyes. */

import { Cell } from '@/lib/cell'
import { pageNonce } from '@/lib/nonce'
import { useCell } from '@/lib/useCell'

export type Look = {
  accent: string | null
  logo: { id: string; width: number; height: number } | null
}
type Worn = { name: string; logo: Look['logo'] }

const worn = new Cell<Worn | undefined>(undefined)

/** What fits a colour to every look is fetched by those who have one. */
export async function wearLook(name: string, { accent, logo }: Look): Promise<void> {
  worn.set({ name, logo })
  writeStyle(accent ? (await import('./accentCss')).accentCss(accent) : '')
}

/** Fairview's own again. */
export function takeOffLook(): void {
  worn.set(undefined)
  writeStyle('')
}

/** Whose page this is, and their picture; undefined where it is nobody's. */
export function useWornLook(): Worn | undefined {
  return useCell(worn)
}

function writeStyle(css: string): void {
  const found = document.getElementById(STYLE_ID)
  if (found) found.textContent = css
  else if (css) document.head.append(newStyle(css))
}

function newStyle(css: string): HTMLStyleElement {
  const style = document.createElement('style')
  style.id = STYLE_ID
  style.nonce = pageNonce() ?? ''
  style.textContent = css
  return style
}

const STYLE_ID = 'organisation-look'
