import { type RefObject, useEffect } from 'react'

const STEPS: Record<string, 1 | -1> = { j: 1, k: -1 }

/** J and K move the focus along the links of the items (`data-list-item`); Enter then opens by itself. */
export function useListKeys(list: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const step = STEPS[event.key]
      if (
        !step ||
        event.ctrlKey ||
        event.metaKey ||
        event.altKey ||
        takesText(event.target) ||
        dialogIsOpen()
      )
        return
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

function takesText(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'))
  )
}

function dialogIsOpen(): boolean {
  return document.querySelector('[role=dialog], [role=alertdialog]') !== null
}
