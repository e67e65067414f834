import type { Sheet } from './sheet'

const files = import.meta.glob<Sheet>('./sheets/*.tsx', { eager: true, import: 'sheet' })

export const sheets: readonly Sheet[] = Object.values(files)
