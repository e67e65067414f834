import { Outlet } from '@tanstack/react-router'
import { useEffect } from 'react'

import { loadWords } from '@/lib/i18n'
import { useCell } from '@/lib/useCell'
import { dialogIsOpen } from '@/ui/dialogIsOpen'
import { pressed, useShortcutGroup } from '@/ui/shortcuts'

import { shortcutSheet } from './shortcutSheet'
import { useLater } from './useLater'

async function loadSheet() {
  const [{ ShortcutSheet }] = await Promise.all([import('./ShortcutSheet'), loadWords(['keys'])])
  return ShortcutSheet
}

/** What staff have on every page, the room included: the list of its keys. */
export function StaffLayout() {
  const open = useCell(shortcutSheet)
  const [ShortcutSheet, fetchSheet] = useLater(loadSheet)
  useShortcutGroup('anywhere')
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (pressed(event, 'anywhere') === 'keys' && !dialogIsOpen()) shortcutSheet.set(true)
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [])
  useEffect(() => {
    if (open && !ShortcutSheet) void fetchSheet()
  }, [open, ShortcutSheet, fetchSheet])
  return (
    <>
      <Outlet />
      {ShortcutSheet && open && <ShortcutSheet onClose={() => shortcutSheet.set(false)} />}
    </>
  )
}
