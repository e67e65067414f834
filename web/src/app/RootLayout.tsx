import { Outlet } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'

import { Toaster } from '@/ui/Toaster'

import { useFocusOnArrival } from './useFocusOnArrival'

export function RootLayout() {
  const { t } = useTranslation('ui')
  useFocusOnArrival()
  return (
    <>
      <a
        href="#content"
        className="sr-only rounded-control bg-accent px-4 py-2 font-medium text-on-accent focus:not-sr-only focus:fixed focus:top-2 focus:left-2 focus:z-50"
      >
        {t('skip_to_content')}
      </a>
      <Outlet />
      <Toaster />
    </>
  )
}
