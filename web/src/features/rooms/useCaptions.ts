import { useEffect, useEffectEvent, useState } from 'react'

import { Cell } from '@/lib/cell'
import { useCell } from '@/lib/useCell'
import type { Call, Caption } from '@/media/contracts'
import { dialogIsOpen } from '@/ui/dialogIsOpen'
import { pressed, useShortcutGroup } from '@/ui/shortcuts'

const STORED_AS = 'fairview.captions'
const SHOWN_AT_MOST = 3

const isOn = new Cell(localStorage.getItem(STORED_AS) === 'on')

/** Whether captions are shown: not until somebody asks for them, and then in this browser from then on. */
export function useCaptionsSwitch(): [isOn: boolean, turn: () => void] {
  useShortcutGroup('call')
  const turn = () => {
    if (isOn.get()) localStorage.removeItem(STORED_AS)
    else localStorage.setItem(STORED_AS, 'on')
    isOn.set(!isOn.get())
  }
  const hear = useEffectEvent((event: KeyboardEvent) => {
    if (pressed(event, 'call') === 'captions' && !event.repeat && !dialogIsOpen()) turn()
  })
  useEffect(() => {
    document.addEventListener('keydown', hear)
    return () => document.removeEventListener('keydown', hear)
  }, [])
  return [useCell(isOn), turn]
}

/** What was said last, oldest first. */
export function useCaptions(call: Required<Pick<Call, 'onCaption'>>): readonly Caption[] {
  const [said, setSaid] = useState<readonly Caption[]>([])
  useEffect(() => call.onCaption((caption) => setSaid((before) => withCaption(before, caption))), [call])
  return said
}

function withCaption(said: readonly Caption[], caption: Caption): readonly Caption[] {
  const at = said.findIndex(({ id }) => id === caption.id)
  return at < 0 ? [...said, caption].slice(-SHOWN_AT_MOST) : said.with(at, caption)
}
