/** Whether the list of keys is shown; anything may ask for it. */

import { Cell } from '@/lib/cell'

export const shortcutSheet = new Cell(false)

export const showShortcuts = (): void => shortcutSheet.set(true)
