import { lazy, Suspense, useSyncExternalStore } from 'react'

import { toasts } from '@/ui/toast'

/** What shows news is not on the way to the first page, which has none to tell. */
export const loadToaster = () => import('@/ui/Toaster')

const Toaster = lazy(() => loadToaster().then(({ Toaster }) => ({ default: Toaster })))

export function News() {
  const hasNews = useSyncExternalStore(toasts.subscribe, () => toasts.now().length > 0)
  if (!hasNews) return null
  return (
    <Suspense fallback={null}>
      <Toaster />
    </Suspense>
  )
}
