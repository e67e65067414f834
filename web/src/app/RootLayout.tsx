import { Outlet } from '@tanstack/react-router'
import { Direction } from 'radix-ui'
import { useTranslation } from 'react-i18next'

import { News } from './News'
import { SkipLink } from './SkipLink'
import { useFocusOnArrival } from './useFocusOnArrival'

export function RootLayout() {
  const { i18n } = useTranslation()
  useFocusOnArrival()
  return (
    <Direction.Provider dir={i18n.dir()}>
      <SkipLink />
      <Outlet />
      <News />
    </Direction.Provider>
  )
}
