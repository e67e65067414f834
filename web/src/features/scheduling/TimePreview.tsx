import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'

import { formatDate, formatList } from '@/lib/locale'
import { zoneCity, zoneName } from '@/lib/zones'
import { Button } from '@/ui/Button'
import { Choice } from '@/ui/Choice'

import { type Reading, readWallTime, type WallTime } from './planning'

type Props = {
  wall: WallTime
  candidate: { name: string; zone: string } | undefined
  ownZone: string
  onTime: (time: string) => void
  onFold: (fold: 0 | 1) => void
}

/** The same moment on every clock concerned, while it is being chosen. */
export function TimePreview({ wall, candidate, ownZone, onTime, onFold }: Props) {
  const { t } = useTranslation('scheduling')
  const reading = readWallTime(wall)
  return (
    <div
      aria-live="polite"
      className="rounded-panel bg-sunk px-4 py-3 ring-1 ring-line ring-inset empty:hidden"
    >
      {reading.kind === 'incomplete' && <p className="text-ink-2">{t('preview.incomplete')}</p>}
      {reading.kind === 'past' && <p className="text-grave">{t('preview.past')}</p>}
      {reading.kind === 'skipped' && <Skipped reading={reading} wall={wall} onTime={onTime} />}
      {(reading.kind === 'twice' || (reading.kind === 'fine' && reading.otherOf)) && (
        <WhichOfTwo
          moments={reading.kind === 'twice' ? reading.moments : (reading.otherOf ?? [reading.at, reading.at])}
          wall={wall}
          onFold={onFold}
        />
      )}
      {reading.kind === 'fine' && (
        <dl className="grid gap-x-4 gap-y-1 sm:grid-cols-[max-content_1fr]">
          {clocks(t, wall.zone, candidate, ownZone).map(({ zone, whose }) => (
            <div key={zone} className="contents">
              <dt className="text-ink-2">{whose}</dt>
              <dd className="mb-1 sm:mb-0">
                <strong className="font-semibold">{formatDate(reading.at, zone, 'full')}</strong>
                <span className="text-ink-2"> {t('preview.in_place', { place: zoneCity(zone) })}</span>
              </dd>
            </div>
          ))}
        </dl>
      )}
    </div>
  )
}

/** One line for each clock; people on the same clock share one. */
function clocks(t: TFunction<'scheduling'>, planned: string, candidate: Props['candidate'], ownZone: string) {
  const people = [
    ...(candidate ? [{ zone: candidate.zone, whose: candidate.name }] : []),
    { zone: ownZone, whose: t('preview.you') },
  ]
  const zones = new Set([...people.map(({ zone }) => zone), planned])
  return [...zones].map((zone) => {
    const there = people.filter((person) => person.zone === zone).map((person) => person.whose)
    return { zone, whose: formatList(there) || t('preview.planned') }
  })
}

type SkippedProps = {
  reading: Extract<Reading, { kind: 'skipped' }>
  wall: WallTime
  onTime: (time: string) => void
}

function Skipped({ reading: { before, after }, wall, onTime }: SkippedProps) {
  const { t } = useTranslation('scheduling')
  return (
    <>
      <p className="text-grave">{t('preview.skipped', { time: wall.time, place: zoneCity(wall.zone) })}</p>
      <div className="mt-2 flex flex-wrap gap-2">
        {[before, after].filter(Boolean).map((time) => (
          <Button key={time} onClick={() => onTime(time)}>
            {t('preview.use', { time })}
          </Button>
        ))}
      </div>
    </>
  )
}

type TwiceProps = { moments: [Date, Date]; wall: WallTime; onFold: (fold: 0 | 1) => void }

function WhichOfTwo({ moments, wall, onFold }: TwiceProps) {
  const { t } = useTranslation('scheduling')
  return (
    <div className="mb-3">
      <p className="mb-2">{t('preview.twice', { time: wall.time, place: zoneCity(wall.zone) })}</p>
      <Choice
        label={t('preview.which')}
        value={wall.fold === null ? undefined : wall.fold ? '1' : '0'}
        onChange={(fold) => onFold(fold === '1' ? 1 : 0)}
        options={moments.map((at, index) => ({
          value: index ? ('1' as const) : ('0' as const),
          label: index ? t('preview.second') : t('preview.first'),
          description: zoneName(wall.zone, at),
        }))}
      />
    </div>
  )
}
