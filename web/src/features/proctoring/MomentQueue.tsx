import { useRef } from 'react'
import { useTranslation } from 'react-i18next'

import { Button } from '@/ui/Button'

import { Digest } from './Digest'
import { MomentCard } from './MomentCard'
import { useMomentKeys } from './useMomentKeys'
import { type OnReview, type Reply, useQueue } from './useQueue'
import { type Incident, incidentTime, incidentTitle, type Rules } from './words'

type Props = {
  incidents: readonly Incident[]
  rules: Rules
  startedUs: number | null
  /** Whose moments they are; what was left for later is kept for it. */
  room: string
  onReview: OnReview
}

/** One moment at a time, within a budget, and what else there is behind it. The one that is being read never moves. */
export function MomentQueue({ incidents, rules, startedUs, room, onReview }: Props) {
  const { t } = useTranslation('proctoring')
  const section = useRef<HTMLElement>(null)
  const queue = useQueue(incidents, rules, room, onReview)
  const { current, behind, answered } = queue
  const began = startedUs ?? 0
  // An answered moment goes, and the focus with it: it stays where the next one comes.
  const reply = (incident: string, said: Reply) => {
    if (section.current?.contains(document.activeElement)) section.current.focus()
    queue.reply(incident, said)
  }
  useMomentKeys(section, current?.id, reply)
  const replying = { ...queue, reply }
  return (
    <section ref={section} tabIndex={-1} aria-labelledby="moments" className="grid gap-2 focus:outline-none">
      <div>
        <h2 id="moments" className="font-semibold">
          {t('moments')}{' '}
          <span className="font-normal text-ink-2">{t('moments_count', { count: incidents.length })}</span>
        </h2>
        <p className="text-13 text-ink-2">{t('moments_hint')}</p>
      </div>
      <p aria-live="polite" className="sr-only">
        {current &&
          t('new_moment', { time: incidentTime(current, began), reason: t(`reason_${current.reason}`) })}
      </p>
      <div className="grid min-h-30">
        {current ? (
          <MomentCard key={current.id} incident={current} startedUs={began} queue={replying} />
        ) : (
          <p className="grid place-items-center rounded-panel border border-dashed border-line text-13 text-ink-3">
            {t('nothing_now')}
          </p>
        )}
      </div>
      {behind.length > 0 && (
        <ol aria-label={t('behind')} className="text-13 text-ink-2">
          {behind.map((incident) => (
            <li
              key={incident.id}
              data-moment={incident.id}
              data-rule={incident.rule}
              tabIndex={-1}
              className="px-3 py-1"
            >
              {incidentTitle(incident, t)} {t('at_time', { time: incidentTime(incident, began) })}
            </li>
          ))}
        </ol>
      )}
      {answered && (
        <p className="flex items-center justify-between gap-3 ps-3 text-13 text-ink-2">
          <span>{t(`said_${answered.as}`, { moment: incidentTitle(answered.incident, t) })}</span>
          <Button tone="bare" onClick={() => reply(answered.incident.id, 'open')}>
            {t('undo')}
          </Button>
        </p>
      )}
      <Digest queue={replying} startedUs={began} />
    </section>
  )
}
