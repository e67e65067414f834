/** What the palette leads to or does. */

import { useNavigate } from '@tanstack/react-router'
import { ArrowRight, CalendarDays, Dices, Layers, User } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

import { useMe } from '@/features/accounts/queries'
import type { PaletteItem } from '@/ui/Palette'

import { PLACES } from '../places'

export type Target = PaletteItem & {
  /** The record that it leads to. */
  found?: Found
  /** Leaves the palette open, since it asks something more. */
  asksMore?: boolean
  act: () => void
}

export const KINDS = ['candidate', 'pool', 'lot', 'interview'] as const
export type Kind = (typeof KINDS)[number]

/** One record, as the palette lists and remembers it. */
export type Found = { kind: Kind; key: string; label: string; detail?: string | undefined }

const ICONS: Record<Kind, ReactNode> = {
  candidate: <User />,
  pool: <Layers />,
  lot: <Dices />,
  interview: <CalendarDays />,
}

const PAGES = {
  candidate: '/candidates/$id',
  pool: '/pools/$id',
  lot: '/lots/$id',
  interview: '/interviews/$id',
} as const

/** Records lead to their pages. */
export function useFoundTarget(): (found: Found) => Target {
  const navigate = useNavigate()
  return (found) => ({
    id: `${found.kind}:${found.key}`,
    label: found.label,
    detail: found.detail,
    icon: ICONS[found.kind],
    found,
    act: () => void navigate({ to: PAGES[found.kind], params: { id: found.key } }),
  })
}

export function usePlaceTargets(): Target[] {
  const { t } = useTranslation('ui')
  const { may } = useMe()
  const navigate = useNavigate()
  return PLACES.filter(({ asks }) => may.includes(asks)).map(({ to, name }) => ({
    id: `place:${name}`,
    label: t(`places.${name}`),
    icon: <ArrowRight className="rtl:rotate-180" />,
    act: () => void navigate({ to }),
  }))
}
