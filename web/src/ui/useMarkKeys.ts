import { type KeyboardEvent, useState } from 'react'

import { isRightToLeft } from '@/lib/direction'

const STEPS: Record<string, (at: number, last: number) => number> = {
  ArrowRight: (at, last) => Math.min(last, at + 1),
  ArrowLeft: (at) => Math.max(0, at - 1),
  Home: () => 0,
  End: (_, last) => last,
}

/** One stop for the tab key on a row of marks; arrows, Home and End move from mark to mark as they are drawn. */
export function useMarkKeys(ids: readonly string[]) {
  const [here, setHere] = useState<string>()
  const stop = here !== undefined && ids.includes(here) ? here : ids[0]
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const marks = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-mark]')]
    const at = marks.indexOf(document.activeElement as HTMLElement)
    const step = STEPS[isRightToLeft(event.currentTarget) ? mirrored(event.key) : event.key]
    if (!step || at < 0) return
    event.preventDefault()
    marks[step(at, marks.length - 1)]?.focus()
  }
  const mark = (id: string) => ({
    'data-mark': id,
    tabIndex: id === stop ? 0 : -1,
    onFocus: () => setHere(id),
  })
  return { mark, onKeyDown }
}

const mirrored = (key: string) => ({ ArrowRight: 'ArrowLeft', ArrowLeft: 'ArrowRight' })[key] ?? key
