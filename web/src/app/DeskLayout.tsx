import { Outlet, useRouterState } from '@tanstack/react-router'
import { Menu, PanelLeftClose, PanelLeftOpen, X } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { useMe } from '@/features/accounts/queries'
import { classes } from '@/lib/classes'
import { IconButton } from '@/ui/IconButton'
import { Desk } from '@/ui/layouts/Desk'
import { Link } from '@/ui/Link'
import { Logo } from '@/ui/Logo'
import { Mark } from '@/ui/Mark'
import { useShortcutGroup } from '@/ui/shortcuts'
import { Tooltip } from '@/ui/Tooltip'
import { useWornLook } from '@/ui/wornLook'

import { AccountBar } from './AccountBar'
import { ConnectionBanner } from './ConnectionBanner'
import { PaletteButton } from './palette/PaletteButton'
import { PLACES } from './places'
import { useFolded } from './useFolded'

/** The rail of the desk, which folds to its signs; on a narrow page a bar with a menu. */
export function DeskLayout() {
  const [folded] = useFolded()
  useShortcutGroup('desk')
  return (
    <Desk folded={folded} rail={<Rail />} banner={<ConnectionBanner />}>
      <Outlet />
    </Desk>
  )
}

function Rail() {
  const { t } = useTranslation('ui')
  const path = useRouterState({ select: (state) => state.location.pathname })
  const [openAt, setOpenAt] = useState<string>()
  const open = openAt === path
  const [folded] = useFolded()
  return (
    <div className="flex flex-col desk:sticky desk:top-0 desk:h-dvh desk:overflow-y-auto desk:py-4">
      <div
        className={classes(
          'flex items-center justify-between py-2 desk:pt-0 desk:pb-3',
          folded && 'desk:flex-col desk:gap-2',
        )}
      >
        <Wordmark folded={folded} />
        <FoldButton />
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
        className={classes(
          'flex-1 flex-col gap-3 pb-3 desk:flex desk:pb-0',
          open ? 'flex' : 'max-desk:hidden',
        )}
      >
        <PaletteButton folded={folded} />
        <Places folded={folded} />
        <AccountBar folded={folded} />
      </div>
    </div>
  )
}

/** Whose desk it is: the organisation's own picture, where it has one. */
function Wordmark({ folded }: { folded: boolean }) {
  const look = useWornLook()
  return (
    <p className="flex min-w-0 items-center gap-2 px-2 font-semibold">
      {look?.logo ? (
        <Logo logo={look.logo} name={look.name} className={classes(folded && 'desk:max-w-10')} />
      ) : (
        <>
          <Mark />
          <span className={classes(folded && 'desk:sr-only')}>Fairview</span>
        </>
      )}
    </p>
  )
}

function FoldButton() {
  const { t } = useTranslation('ui')
  const [folded, fold] = useFolded()
  return (
    <IconButton
      className="max-desk:hidden rtl:-scale-x-100"
      label={folded ? t('unfold_menu') : t('fold_menu')}
      icon={folded ? <PanelLeftOpen /> : <PanelLeftClose />}
      onClick={() => fold(!folded)}
    />
  )
}

function Places({ folded }: { folded: boolean }) {
  const { t } = useTranslation('ui')
  const { may } = useMe()
  return (
    <nav aria-label={t('navigation')} className="flex flex-1 flex-col gap-0.5">
      {PLACES.filter(({ asks }) => may.includes(asks)).map(({ to, name, Sign }) => {
        const place = (
          <Link
            key={to}
            to={to}
            look="place"
            icon={<Sign aria-hidden className="size-4 shrink-0" />}
            activeProps={{ className: 'bg-surface font-medium text-ink ring-1 ring-line' }}
            inactiveProps={{ className: 'text-ink-2 hover:bg-line/40 hover:text-ink' }}
            className={classes(folded && 'desk:justify-center desk:px-0')}
          >
            <span className={classes(folded && 'desk:sr-only')}>{t(`places.${name}`)}</span>
          </Link>
        )
        return folded ? (
          <Tooltip key={to} text={t(`places.${name}`)} side="right">
            {place}
          </Tooltip>
        ) : (
          place
        )
      })}
    </nav>
  )
}
