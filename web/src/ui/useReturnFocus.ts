import { useRef } from 'react'

/** Gives the focus back to where it was when this opened; to the menu's button where it was one of a menu's items,
 *  and to the page's heading where it is gone meanwhile. */
export function useReturnFocus() {
  const before = useRef<Element>(null)
  const onOpenAutoFocus = () => {
    before.current = lasting(document.activeElement)
  }
  const onCloseAutoFocus = (event: Event) => {
    const back = before.current?.isConnected ? before.current : document.querySelector('h1[tabindex="-1"]')
    // A browser that does not focus what a pointer presses: the dialog's own trigger is known to it.
    if (before.current === document.body || !(back instanceof HTMLElement)) return
    event.preventDefault()
    back.focus()
  }
  return { onOpenAutoFocus, onCloseAutoFocus }
}

/** A menu's item is gone with its menu; the menu is named by its button. */
function lasting(focused: Element | null): Element | null {
  const button = focused?.closest('[role=menu]')?.getAttribute('aria-labelledby')
  return button ? document.getElementById(button) : focused
}
