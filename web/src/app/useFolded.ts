import { Cell } from '@/lib/cell'
import { useCell } from '@/lib/useCell'

const STORED_AS = 'fairview.rail'
const folded = new Cell(localStorage.getItem(STORED_AS) === 'folded')

/** Whether the rail shows signs alone. Kept for the person at this browser. */
export function useFolded(): [folded: boolean, fold: (on: boolean) => void] {
  const fold = (on: boolean) => {
    if (on) localStorage.setItem(STORED_AS, 'folded')
    else localStorage.removeItem(STORED_AS)
    folded.set(on)
  }
  return [useCell(folded), fold]
}
