import { useTranslation } from 'react-i18next'

import { classes } from '@/lib/classes'
import { Button } from '@/ui/Button'
import { Kbd } from '@/ui/Kbd'
import { useProblemSentence } from '@/ui/problemSentence'

import { HowSure } from './HowSure'
import type { Queue } from './useQueue'
import { type Incident, incidentTime, incidentTitle } from './words'

type Props = { incident: Incident; startedUs: number; queue: Queue }

/** The moment that is up: what, when, how sure the rule is, and three ways to answer. */
export function MomentCard({ incident, startedUs, queue }: Props) {
  const { t } = useTranslation('proctoring')
  const sentence = useProblemSentence()
  const busy = queue.busy === incident.id
  return (
    <div
      data-moment={incident.id}
      data-rule={incident.rule}
      role="group"
      aria-label={incidentTitle(incident, t)}
      tabIndex={-1}
      className="grid animate-appear grid-cols-[--spacing(1)_1fr] gap-3 rounded-panel border border-line bg-surface px-3 py-2.5"
    >
      <i aria-hidden className={classes('rounded-mark', markOf(incident))} />
      <div className="grid content-start gap-1">
        <p>
          <strong className="font-semibold">{incidentTitle(incident, t)}</strong>{' '}
          {t('at_time', { time: incidentTime(incident, startedUs) })}{' '}
          <span className="text-13 text-ink-2">{t(`reason_${incident.reason}`)}</span>
        </p>
        <HowSure rule={incident.rule} />
        {queue.failed?.incident === incident.id && (
          <p role="alert" className="text-13 text-grave">
            {sentence(queue.failed.problem)}
          </p>
        )}
        <p className="-ms-3.5 flex flex-wrap items-center gap-1">
          <Button tone="bare" busy={busy} onClick={() => queue.reply(incident.id, 'dismissed')}>
            {t('dismiss')} <Kbd>D</Kbd>
          </Button>
          <Button tone="bare" busy={busy} onClick={() => queue.reply(incident.id, 'later')}>
            {t('later')} <Kbd>L</Kbd>
          </Button>
          <Button className="ms-auto" busy={busy} onClick={() => queue.reply(incident.id, 'confirmed')}>
            {t('confirm')} <Kbd>C</Kbd>
          </Button>
        </p>
      </div>
    </div>
  )
}

const markOf = ({ rule }: Incident) => (rule === 'look_away' ? 'bg-evidence-mark' : 'bg-notice-mark')
