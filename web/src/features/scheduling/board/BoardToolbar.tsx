import { ChevronLeft, ChevronRight } from 'lucide-react'
import { useTranslation } from 'react-i18next'

import { useMe } from '@/features/accounts/queries'
import { wallTimeOf } from '@/lib/walltime'
import { zoneCity } from '@/lib/zones'
import { Button } from '@/ui/Button'
import { IconButton } from '@/ui/IconButton'
import { Select } from '@/ui/Select'

import type { InterviewCard } from '../interviews'
import { addDays } from './board'
import { SHOWN, type Shown, type View } from './useBoard'

const WEEK_DAYS = 7
const VIEWS = ['week', 'people'] as const

type Props = { view: View; planned: readonly InterviewCard[]; onView: (change: Partial<View>) => void }

/** Which days, whose, of what, and on which clock. */
export function BoardToolbar({ view, planned, onView }: Props) {
  return (
    <div className="mb-3 flex flex-wrap items-center gap-x-4 gap-y-2">
      <Days view={view} onView={onView} />
      <Views view={view} onView={onView} />
      <div className="flex flex-1 flex-wrap gap-2 *:min-w-36 *:flex-1 desk:justify-end desk:*:max-w-48">
        <Filters view={view} planned={planned} onView={onView} />
      </div>
    </div>
  )
}

function Days({ view: { day, by, zone }, onView }: Omit<Props, 'planned'>) {
  const { t } = useTranslation('board')
  const step = by === 'week' ? WEEK_DAYS : 1
  const turn = 'rtl:-scale-x-100'
  return (
    <div className="flex items-center gap-1">
      <IconButton
        label={t(`${by}_before`)}
        icon={<ChevronLeft className={turn} />}
        onClick={() => onView({ day: addDays(day, -step) })}
      />
      <Button onClick={() => onView({ day: wallTimeOf(new Date(), zone).date })}>{t('today')}</Button>
      <IconButton
        label={t(`${by}_after`)}
        icon={<ChevronRight className={turn} />}
        onClick={() => onView({ day: addDays(day, step) })}
      />
    </div>
  )
}

function Views({ view: { by }, onView }: Omit<Props, 'planned'>) {
  const { t } = useTranslation('board')
  return (
    <div role="group" aria-label={t('views')} className="flex gap-1">
      {VIEWS.map((one) => (
        <Button
          key={one}
          tone={one === by ? 'plain' : 'bare'}
          aria-pressed={one === by}
          onClick={() => onView({ by: one })}
        >
          {t(`by_${one}`)}
        </Button>
      ))}
    </div>
  )
}

function Filters({ view, planned, onView }: Props) {
  const { t } = useTranslation('board')
  const { zone: ownZone } = useMe()
  const people = new Map(planned.flatMap(({ interviewers }) => interviewers).map((one) => [one.id, one.name]))
  const zones = new Set([
    ownZone,
    view.zone,
    ...planned.flatMap(({ zone, candidate }) => [zone, candidate.zone]),
  ])
  return (
    <>
      {view.by === 'week' && (
        <Select
          aria-label={t('whose')}
          value={people.has(view.who) ? view.who : ''}
          onChange={({ target }) => onView({ who: target.value })}
          options={[
            { value: '', label: t('everyone') },
            ...[...people].map(([value, label]) => ({ value, label })),
          ]}
        />
      )}
      <Select
        aria-label={t('which')}
        value={view.only}
        onChange={({ target }) => onView({ only: target.value as Shown | '' })}
        options={[
          { value: '', label: t('only.all') },
          ...SHOWN.map((value) => ({ value, label: t(`only.${value}`) })),
        ]}
      />
      <Select
        aria-label={t('clock')}
        value={view.zone}
        onChange={({ target }) => onView({ zone: target.value })}
        options={[...zones].map((value) => ({ value, label: t('clock_of', { place: zoneCity(value) }) }))}
      />
    </>
  )
}
