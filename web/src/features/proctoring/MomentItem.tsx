import { useMutation } from '@tanstack/react-query'
import type { KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'

import { classes } from '@/lib/classes'
import { Button } from '@/ui/Button'
import { Chip } from '@/ui/Chip'
import { Kbd } from '@/ui/Kbd'
import { useProblemSentence } from '@/ui/problemSentence'

import { MeasuredLine } from './MeasuredLine'
import { type Incident, incidentTime, incidentTitle, isGap } from './words'

type Review = 'open' | 'confirmed' | 'dismissed'
export type OnReview = (incident: string, review: Review) => Promise<unknown>

type Props = {
  incident: Incident
  /** Counts only if a person confirms it, and does not ask to be looked at. */
  quiet: boolean
  startedUs: number
  onReview: OnReview
}

export function MomentItem({ incident, quiet, startedUs, onReview }: Props) {
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
      className={classes(
        'grid grid-cols-[4px_1fr] gap-3 rounded-panel border border-line px-3 py-2.5',
        quiet ? 'bg-transparent' : 'animate-appear bg-surface',
      )}
    >
      <i
        aria-hidden
        className={classes(
          'rounded-[2px]',
          markOf(incident, quiet),
          incident.review === 'dismissed' && 'opacity-30',
        )}
      />
      <div className="flex flex-wrap items-center justify-between gap-x-3 gap-y-2">
        <div className={classes('min-w-40 flex-1', incident.review === 'dismissed' && 'text-ink-2')}>
          <strong className={quiet ? 'font-normal' : 'font-semibold'}>{incidentTitle(incident, t)}</strong>{' '}
          {t('at_time', { time: incidentTime(incident, startedUs) })}
          {quiet && <span className="text-13 text-ink-2"> · {t('quiet_note')}</span>}
          <p className="text-13 text-ink-2">{t(`reason_${incident.reason}`)}</p>
          {quiet && !isGap(incident) && <MeasuredLine rule={incident.rule} />}
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
            <Button
              tone={quiet ? 'bare' : 'plain'}
              busy={review.isPending}
              onClick={() => review.mutate('confirmed')}
            >
              {t('confirm')} <Kbd>C</Kbd>
            </Button>
          </span>
        )}
      </div>
    </li>
  )
}

function markOf(incident: Incident, quiet: boolean) {
  if (quiet) return 'bg-line-3'
  return incident.rule === 'look_away' ? 'bg-evidence-mark' : 'bg-notice-mark'
}
