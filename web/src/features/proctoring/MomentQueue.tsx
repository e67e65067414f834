import { useMutation } from '@tanstack/react-query'
import { type KeyboardEvent, useRef } from 'react'
import { useTranslation } from 'react-i18next'

import { classes } from '@/lib/classes'
import { Button } from '@/ui/Button'
import { Chip } from '@/ui/Chip'
import { Kbd } from '@/ui/Kbd'
import { useProblemSentence } from '@/ui/problemSentence'

import { type Incident, incidentTime, incidentTitle } from './words'

type Review = 'open' | 'confirmed' | 'dismissed'
type OnReview = (incident: string, review: Review) => Promise<unknown>
type Props = { incidents: readonly Incident[]; startedUs: number | null; onReview: OnReview }

/** Moments in the order in which they came; new ones join at the end, so that what is being read never moves. */
export function MomentQueue({ incidents, startedUs, onReview }: Props) {
  const { t } = useTranslation('proctoring')
  const list = useRef<HTMLOListElement>(null)
  const move = (event: KeyboardEvent) => {
    const step = { j: 1, k: -1 }[event.key]
    const items = [...(list.current?.querySelectorAll<HTMLElement>('[data-moment]') ?? [])]
    const at = items.findIndex((item) => item.contains(document.activeElement))
    if (step !== undefined) items[at + step]?.focus()
  }
  return (
    <section>
      <h2 className="font-semibold">
        {t('moments')}{' '}
        <span className="font-normal text-ink-2">{t('moments_count', { count: incidents.length })}</span>
      </h2>
      <p className="mb-2 text-13 text-ink-2">{t('moments_hint')}</p>
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- J and K move between its items */}
      <ol ref={list} aria-live="polite" aria-relevant="additions" className="grid gap-2" onKeyDown={move}>
        {incidents.map((incident) => (
          <MomentItem key={incident.id} incident={incident} startedUs={startedUs ?? 0} onReview={onReview} />
        ))}
      </ol>
    </section>
  )
}

type ItemProps = { incident: Incident; startedUs: number; onReview: OnReview }

function MomentItem({ incident, startedUs, onReview }: ItemProps) {
  const { t } = useTranslation('proctoring')
  const sentence = useProblemSentence()
  const review = useMutation({ mutationFn: (next: Review) => onReview(incident.id, next) })
  const onKey = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget) return
    if (event.key === 'c') review.mutate('confirmed')
    if (event.key === 'd') review.mutate('dismissed')
  }
  return (
    // The item itself takes the focus, so that C and D answer for the moment that is being read.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <li
      data-moment
      data-rule={incident.rule}
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      onKeyDown={onKey}
      className="grid animate-appear grid-cols-[4px_1fr] gap-3 rounded-panel border border-line bg-surface px-3 py-2.5"
    >
      <i
        aria-hidden
        className={classes(
          'rounded-[2px]',
          incident.rule === 'look_away' ? 'bg-evidence-mark' : 'bg-notice-mark',
          incident.review === 'dismissed' && 'opacity-30',
        )}
      />
      <div className="flex flex-wrap items-center justify-between gap-x-3 gap-y-2">
        <div className={classes('min-w-40 flex-1', incident.review === 'dismissed' && 'text-ink-2')}>
          <strong className="font-semibold">{incidentTitle(incident, t)}</strong>{' '}
          {t('at_time', { time: incidentTime(incident, startedUs) })}
          <p className="text-13 text-ink-2">{t(`reason_${incident.reason}`)}</p>
          {review.error && <p className="text-13 text-grave">{sentence(review.error)}</p>}
        </div>
        {incident.review !== 'open' ? (
          <span className="flex items-center gap-2">
            <Chip tone={incident.review === 'confirmed' ? 'evidence' : 'plain'}>
              {t(`is_${incident.review}`)}
            </Chip>
            <Button tone="bare" busy={review.isPending} onClick={() => review.mutate('open')}>
              {t('undo')}
            </Button>
          </span>
        ) : (
          <span className="flex items-center gap-1">
            <Button tone="bare" busy={review.isPending} onClick={() => review.mutate('dismissed')}>
              {t('dismiss')} <Kbd>D</Kbd>
            </Button>
            <Button busy={review.isPending} onClick={() => review.mutate('confirmed')}>
              {t('confirm')} <Kbd>C</Kbd>
            </Button>
          </span>
        )}
      </div>
    </li>
  )
}
