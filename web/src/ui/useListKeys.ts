import { type RefObject, useEffect } from 'react'

import { dialogIsOpen } from './dialogIsOpen'
import { pressed, useShortcutGroup } from './shortcuts'

/** J and K move the focus along the links of the items (`data-list-item`); Enter then opens by itself. */
export function useListKeys(list: RefObject<HTMLElement | null>): void {
  useShortcutGroup('list')
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const wish = pressed(event, 'list')
      if ((wish !== 'next' && wish !== 'previous') || dialogIsOpen()) return
      const step = wish === 'next' ? 1 : -1
      const links = [...(list.current?.querySelectorAll<HTMLElement>('[data-list-item]') ?? [])].flatMap(
        (item) => item.querySelector<HTMLElement>('a, button') ?? [],
      )
      const here = links.findIndex((link) =>
        link.closest('[data-list-item]')?.contains(document.activeElement),
      )
      const next = here < 0 ? (step > 0 ? 0 : links.length - 1) : here + step
      links[next]?.focus()
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [list])
}
