import { type KeyboardEvent, useRef } from 'react'
import { useTranslation } from 'react-i18next'

import { MomentItem, type OnReview } from './MomentItem'
import { type Incident, incidentTime, isQuiet, type Rules } from './words'

type Props = {
  incidents: readonly Incident[]
  rules: Rules
  startedUs: number | null
  onReview: OnReview
}

/** Moments in the order in which they came; new ones join at the end, so that what is being read never moves. */
export function MomentQueue({ incidents, rules, startedUs, onReview }: Props) {
  const { t } = useTranslation('proctoring')
  const list = useRef<HTMLOListElement>(null)
  const move = (event: KeyboardEvent) => {
    const step = { j: 1, k: -1 }[event.key]
    const items = [...(list.current?.querySelectorAll<HTMLElement>('[data-moment]') ?? [])]
    const at = items.findIndex((item) => item.contains(document.activeElement))
    if (step !== undefined) items[at + step]?.focus()
  }
  const newest = incidents.findLast((incident) => !isQuiet(incident, rules))
  return (
    <section>
      <h2 className="font-semibold">
        {t('moments')}{' '}
        <span className="font-normal text-ink-2">{t('moments_count', { count: incidents.length })}</span>
      </h2>
      <p className="mb-2 text-13 text-ink-2">{t('moments_hint')}</p>
      <p aria-live="polite" className="sr-only">
        {newest &&
          t('new_moment', {
            time: incidentTime(newest, startedUs ?? 0),
            reason: t(`reason_${newest.reason}`),
          })}
      </p>
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- J and K move between its items */}
      <ol ref={list} className="grid gap-2" onKeyDown={move}>
        {incidents.map((incident) => (
          <MomentItem
            key={incident.id}
            incident={incident}
            quiet={isQuiet(incident, rules)}
            startedUs={startedUs ?? 0}
            onReview={onReview}
          />
        ))}
      </ol>
    </section>
  )
}
