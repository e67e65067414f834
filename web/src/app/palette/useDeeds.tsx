import { useNavigate } from '@tanstack/react-router'
import {
  CalendarPlus,
  CalendarRange,
  Contrast,
  Dices,
  FileUp,
  Keyboard,
  Layers,
  LogOut,
  MailWarning,
  UserPlus,
} from 'lucide-react'
import { useTranslation } from 'react-i18next'

import { type Capability, useMe } from '@/features/accounts/queries'
import { showShortcuts } from '@/app/shortcutSheet'
import { chooseTheme, THEMES, useTheme } from '@/app/theme'
import { useSignOut } from '@/app/useSignOut'

import type { Target } from './targets'

/** What a new record is made in, and what is asked of a pool. */
export type Making = 'candidate' | 'pool'
export type PoolAsked = 'import' | 'draw'

type Setting = { onMake: (what: Making) => void; onAsk: (what: PoolAsked) => void }

/** Everything this person may do from anywhere. */
export function useDeeds({ onMake, onAsk }: Setting): Target[] {
  const { t } = useTranslation('palette')
  const { may } = useMe()
  const navigate = useNavigate()
  const signOut = useSignOut()
  const looks = useLooks()
  const deeds: (Target & { asks?: Capability })[] = [
    {
      id: 'do:interview',
      asks: 'interviews.plan',
      label: t('new_interview'),
      icon: <CalendarPlus />,
      act: () => void navigate({ to: '/interviews/new', search: {} }),
    },
    {
      id: 'do:board',
      asks: 'interviews.read',
      label: t('board'),
      icon: <CalendarRange />,
      act: () => void navigate({ to: '/interviews/board', search: {} }),
    },
    {
      id: 'do:failed',
      asks: 'messages.read',
      label: t('failed_messages'),
      icon: <MailWarning />,
      act: () => void navigate({ to: '/messages', search: { fate: 'failed' } }),
    },
    {
      id: 'do:candidate',
      asks: 'candidates.write',
      label: t('new_candidate'),
      icon: <UserPlus />,
      act: () => onMake('candidate'),
    },
    {
      id: 'do:pool',
      asks: 'candidates.write',
      label: t('new_pool'),
      icon: <Layers />,
      act: () => onMake('pool'),
    },
    {
      id: 'do:import',
      asks: 'candidates.write',
      label: t('import_into'),
      icon: <FileUp />,
      asksMore: true,
      act: () => onAsk('import'),
    },
    {
      id: 'do:draw',
      asks: 'candidates.write',
      label: t('draw_from'),
      icon: <Dices />,
      asksMore: true,
      act: () => onAsk('draw'),
    },
    ...looks,
    { id: 'do:keys', label: t('keys'), icon: <Keyboard />, act: showShortcuts },
    {
      id: 'do:leave',
      label: t('sign_out'),
      icon: <LogOut className="rtl:-scale-x-100" />,
      act: () => void signOut(),
    },
  ]
  return deeds.filter(({ asks }) => !asks || may.includes(asks))
}

/** How the page may look, besides how it does. */
function useLooks(): Target[] {
  const { t } = useTranslation('ui')
  const now = useTheme()
  return THEMES.filter((theme) => theme !== now).map((theme) => ({
    id: `do:theme-${theme}`,
    label: t('theme', { theme: t(`themes.${theme}`) }),
    icon: <Contrast />,
    act: () => chooseTheme(theme),
  }))
}
