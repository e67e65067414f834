import { Outlet, useRouterState } from '@tanstack/react-router'
import { Menu, X } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { useMe } from '@/features/accounts/queries'
import { classes } from '@/lib/classes'
import { IconButton } from '@/ui/IconButton'
import { Link } from '@/ui/Link'
import { Mark } from '@/ui/Mark'

import { AccountBar } from './AccountBar'

const PLACES = [
  { to: '/today', name: 'today', asks: 'interviews.read' },
  { to: '/candidates', name: 'candidates', asks: 'candidates.read' },
  { to: '/pools', name: 'pools', asks: 'candidates.read' },
  { to: '/lots', name: 'lots', asks: 'candidates.read' },
  { to: '/interviews', name: 'interviews', asks: 'interviews.read' },
  { to: '/reports', name: 'reports', asks: 'reports.read' },
  { to: '/messages', name: 'messages', asks: 'messages.read' },
  { to: '/tokens', name: 'tokens', asks: 'tokens.manage' },
  { to: '/runs', name: 'runs', asks: 'runners.read' },
] as const

/** The rail of the desk; on a narrow page a bar with a menu. */
export function DeskLayout() {
  return (
    <div className="desk:grid desk:min-h-dvh desk:grid-cols-[224px_minmax(0,1fr)]">
      <Rail />
      <main id="content" className="w-full max-w-[1160px] min-w-0 px-5 pt-6 pb-20 desk:px-10 desk:pt-7">
        <Outlet />
      </main>
    </div>
  )
}

function Rail() {
  const { t } = useTranslation('ui')
  const path = useRouterState({ select: (state) => state.location.pathname })
  const [openAt, setOpenAt] = useState<string>()
  const open = openAt === path
  return (
    <header className="z-20 border-line bg-sunk px-3 max-desk:sticky max-desk:top-0 max-desk:border-b desk:border-r">
      <div className="flex flex-col desk:sticky desk:top-0 desk:h-dvh desk:py-4">
        <div className="flex items-center justify-between py-2 desk:px-2 desk:pt-1 desk:pb-4">
          <p className="flex items-center gap-2 px-2 font-semibold desk:px-0">
            <Mark />
            Fairview
          </p>
          <IconButton
            className="desk:hidden"
            label={open ? t('close_menu') : t('menu')}
            icon={open ? <X /> : <Menu />}
            aria-expanded={open}
            aria-controls="desk-menu"
            onClick={() => setOpenAt(open ? undefined : path)}
          />
        </div>
        <div
          id="desk-menu"
          className={classes('flex-1 flex-col pb-3 desk:flex desk:pb-0', open ? 'flex' : 'max-desk:hidden')}
        >
          <Places />
          <AccountBar />
        </div>
      </div>
    </header>
  )
}

function Places() {
  const { t } = useTranslation('ui')
  const { may } = useMe()
  return (
    <nav aria-label={t('navigation')} className="flex flex-1 flex-col gap-0.5">
      {PLACES.filter(({ asks }) => may.includes(asks)).map(({ to, name }) => (
        <Link
          key={to}
          to={to}
          look="place"
          activeProps={{ className: 'bg-surface font-medium text-ink ring-1 ring-line' }}
          inactiveProps={{ className: 'text-ink-2 hover:bg-line/40 hover:text-ink' }}
        >
          {t(`places.${name}`)}
        </Link>
      ))}
    </nav>
  )
}
