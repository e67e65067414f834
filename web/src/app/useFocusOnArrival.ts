import { useRouter } from '@tanstack/react-router'
import { useEffect } from 'react'

const PATIENCE_MS = 5000

/** After a change of place the focus goes to the page's heading, so that readers begin there and keys work from
 *  there. Pages that still wait for the server show their heading later, so it is awaited. */
export function useFocusOnArrival(): void {
  const router = useRouter()
  useEffect(() => {
    let stopWaiting = () => {}
    const unsubscribe = router.subscribe('onResolved', ({ fromLocation, pathChanged }) => {
      if (!fromLocation || !pathChanged) return
      stopWaiting()
      stopWaiting = focusWhenThere()
    })
    return () => {
      unsubscribe()
      stopWaiting()
    }
  }, [router])
}

function focusWhenThere(): () => void {
  const observer = new MutationObserver(tryToFocus)
  const timer = setTimeout(() => observer.disconnect(), PATIENCE_MS)
  const stop = () => {
    observer.disconnect()
    clearTimeout(timer)
  }
  function tryToFocus() {
    const heading = document.querySelector<HTMLElement>('h1[tabindex="-1"]')
    if (!heading) return
    stop()
    const someoneIsTyping = document.activeElement?.matches('input, textarea, select')
    if (!someoneIsTyping) heading.focus()
  }
  observer.observe(document.body, { childList: true, subtree: true })
  tryToFocus()
  return stop
}
