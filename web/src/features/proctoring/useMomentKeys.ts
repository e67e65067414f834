import { type RefObject, useEffect, useEffectEvent } from 'react'

import { dialogIsOpen } from '@/ui/dialogIsOpen'
import { pressed, useShortcutGroup } from '@/ui/shortcuts'

import type { Reply } from './useQueue'

const REPLIES = { confirm: 'confirmed', dismiss: 'dismissed', later: 'later' } as const
const IN_A_LIST = '[role=menu], [role=listbox]'

/** C, D and L answer the moment that has the focus, or else the one that is up; J and K move between them. Not while
 *  somebody types, chooses from a list, is asked something, or cannot see the moments. */
export function useMomentKeys(
  section: RefObject<HTMLElement | null>,
  current: string | undefined,
  reply: (incident: string, reply: Reply) => void,
): void {
  useShortcutGroup('moments')
  const answer = useEffectEvent((event: KeyboardEvent) => {
    const wish = pressed(event, 'moments')
    if (!wish || event.repeat || !section.current?.checkVisibility() || dialogIsOpen()) return
    if (event.target instanceof Element && event.target.closest(IN_A_LIST)) return
    const focused = section.current.querySelector<HTMLElement>('[data-moment]:focus-within')
    const moment = focused?.dataset.moment ?? current
    if (wish === 'next' || wish === 'previous') move(section.current, focused, wish)
    else if (moment) reply(moment, REPLIES[wish])
  })
  useEffect(() => {
    document.addEventListener('keydown', answer)
    return () => document.removeEventListener('keydown', answer)
  }, [])
}

function move(section: HTMLElement, focused: HTMLElement | null, wish: 'next' | 'previous'): void {
  const moments = [...section.querySelectorAll<HTMLElement>('[data-moment]')].filter((one) =>
    one.checkVisibility(),
  )
  const at = focused ? moments.indexOf(focused) + (wish === 'next' ? 1 : -1) : 0
  moments[at]?.focus()
}
