/** Every key that means something, in one place. `mod` is ⌘ on a Mac and Ctrl elsewhere. A group is what is on a
 *  page together; what a key does is said in the catalogue, under `keys`. */

import { useEffect } from 'react'

import { Cell } from '@/lib/cell'
import { useCell } from '@/lib/useCell'

export const SHORTCUTS = {
  anywhere: { keys: ['?'] },
  desk: { find: ['mod+k'] },
  list: { next: ['j'], previous: ['k'], open: ['enter'] },
  board: { move: ['m'], undo: ['mod+z'] },
  moments: { next: ['j'], previous: ['k'], confirm: ['c'], dismiss: ['d'], later: ['l'] },
  call: { captions: ['t'] },
  scorecard: { rate: ['1', '2', '3', '4'], unseen: ['0'], note: ['n'] },
  replay: { back: [','], forth: ['.'], play: ['k'] },
  code: { run: ['mod+enter'] },
} as const satisfies Record<string, Record<string, readonly string[]>>

export type Group = keyof typeof SHORTCUTS
type Does<Of extends Group> = Of extends Group ? keyof (typeof SHORTCUTS)[Of] : never

const STORED_AS = 'fairview.single_keys'
const isMac = /Mac|iPhone|iPad/.test(navigator.userAgent)

const singleKeys = new Cell(localStorage.getItem(STORED_AS) !== 'off')
const shownGroups = new Cell<readonly Group[]>([])

/** Whether keys without ⌘ or Ctrl mean anything. Who speaks to their computer can switch them off. */
export const useSingleKeys = (): boolean => useCell(singleKeys)

export function switchSingleKeys(on: boolean): void {
  if (on) localStorage.removeItem(STORED_AS)
  else localStorage.setItem(STORED_AS, 'off')
  singleKeys.set(on)
}

/** The groups that are on the page now, each once, in the order in which they are listed above. */
export function useShownGroups(): readonly Group[] {
  const shown = useCell(shownGroups)
  return (Object.keys(SHORTCUTS) as Group[]).filter((group) => shown.includes(group))
}

/** Says that the keys of a group mean something while this is on the page. */
export function useShortcutGroup(group: Group): void {
  useEffect(() => {
    shownGroups.set([...shownGroups.get(), group])
    return () => {
      const at = shownGroups.get().indexOf(group)
      shownGroups.set(shownGroups.get().toSpliced(at, 1))
    }
  }, [group])
}

/** What a key of a group asks for; nothing while somebody types, or where single keys are switched off. */
export function pressed<Of extends Group>(event: KeyboardEvent, group: Of): Does<Of> | undefined {
  const stroke = strokeOf(event)
  if (!stroke) return undefined
  const means = Object.entries(SHORTCUTS[group]) as [Does<Of>, readonly string[]][]
  return means.find(([, strokes]) => strokes.includes(stroke))?.[0]
}

function strokeOf(event: KeyboardEvent): string | undefined {
  if (event.altKey || event.isComposing) return undefined
  const key = event.key.toLowerCase()
  if (event.ctrlKey || event.metaKey)
    return (isMac ? event.metaKey : event.ctrlKey) ? `mod+${key}` : undefined
  return singleKeys.get() && !takesText(event.target) ? key : undefined
}

const OTHER_INPUTS = ':not([type=checkbox], [type=radio], [type=button], [type=file])'

function takesText(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches(`input${OTHER_INPUTS}, textarea, select`))
  )
}

/** As it is written on the keys. */
export function keyName(stroke: string): string {
  const name = stroke.replace('mod+', isMac ? '⌘' : 'Ctrl ').replace('enter', '↵')
  return name.replace(/.$/, (last) => last.toUpperCase())
}
