import { useEffect } from 'react'

import { putAway, toast, type ToastNews, toasts } from '@/ui/toast'
import { Toaster } from '@/ui/Toaster'

import type { Sheet } from '../sheet'

const sent: ToastNews = { text: 'Twelve invitations are on their way.', tone: 'ok' }
const undo: ToastNews = {
  text: 'Sora Tanaka is no longer in the pool.',
  action: { label: 'Undo', onAct: () => undefined },
}
const failed: ToastNews = { text: 'The letter could not be sent. It is kept as a draft.', tone: 'grave' }
const long: ToastNews = {
  text: 'The interview with Maximiliane Wolfeschlegelsteinhausenbergerdorff has moved to Thursday 26 November.',
  tone: 'ok',
  action: { label: 'Undo', onAct: () => undefined },
}

function News({ news }: { news: readonly ToastNews[] }) {
  useEffect(() => {
    news.forEach(toast)
    const looking = setInterval(lookElsewhere, 200)
    return () => {
      clearInterval(looking)
      toasts.now().forEach(({ id }) => putAway(id))
    }
  }, [news])
  return <Toaster />
}

/** Who looks elsewhere misses nothing: news wait until the window is looked at again. */
const lookElsewhere = () => dispatchEvent(new Event('blur'))

export const sheet: Sheet = {
  part: 'Toaster',
  page: 260,
  states: [
    { name: 'plain, with a way back', draw: () => <News news={[undo]} /> },
    { name: 'ok', draw: () => <News news={[sent]} /> },
    { name: 'grave', draw: () => <News news={[failed]} /> },
    { name: 'many', draw: () => <News news={[sent, undo, failed]} /> },
    { name: 'long text', draw: () => <News news={[long]} /> },
  ],
}
