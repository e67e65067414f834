import { useTranslation } from 'react-i18next'

import { Button } from '@/ui/Button'
import { Chip } from '@/ui/Chip'
import { useProblemSentence } from '@/ui/problemSentence'

import { HowSure } from './HowSure'
import type { Queue } from './useQueue'
import { type Incident, incidentTime, incidentTitle } from './words'

type Props = { queue: Queue; startedUs: number }

/** What did not ask to be looked at now, closed until somebody wants it. */
export function Digest({ queue, startedUs }: Props) {
  const { t } = useTranslation('proctoring')
  const { digest, standing } = queue
  if (digest.length === 0) return null
  const open = digest.filter((one) => ['open', 'later'].includes(standing(one))).length
  return (
    <details className="border-t border-line pt-2">
      <summary className="cursor-pointer py-1 text-ink-2 hover:text-ink">
        {t('digest', { count: open })}
        {open < digest.length && ` · ${t('digest_answered', { count: digest.length - open })}`}
      </summary>
      <ol className="mt-1">
        {digest.map((incident) => (
          <DigestItem key={incident.id} incident={incident} queue={queue} startedUs={startedUs} />
        ))}
      </ol>
    </details>
  )
}

function DigestItem({ incident, queue, startedUs }: Props & { incident: Incident }) {
  const { t } = useTranslation('proctoring')
  const sentence = useProblemSentence()
  const standing = queue.standing(incident)
  return (
    <li
      data-moment={incident.id}
      data-rule={incident.rule}
      tabIndex={-1}
      className="flex flex-wrap items-center justify-between gap-x-3 border-b border-line py-2 last:border-b-0"
    >
      <div className="min-w-40 flex-1">
        <p>
          {incidentTitle(incident, t)}{' '}
          <span className="text-ink-2">{t('at_time', { time: incidentTime(incident, startedUs) })}</span>
        </p>
        <p className="text-13 text-ink-2">{t(`reason_${incident.reason}`)}</p>
        <HowSure rule={incident.rule} />
        {queue.failed?.incident === incident.id && (
          <p role="alert" className="text-13 text-grave">
            {sentence(queue.failed.problem)}
          </p>
        )}
      </div>
      <DigestActions incident={incident} queue={queue} standing={standing} />
    </li>
  )
}

type ActionsProps = { incident: Incident; queue: Queue; standing: ReturnType<Queue['standing']> }

function DigestActions({ incident, queue, standing }: ActionsProps) {
  const { t } = useTranslation('proctoring')
  const busy = queue.busy === incident.id
  if (standing === 'confirmed' || standing === 'dismissed') {
    return (
      <span className="flex items-center gap-1">
        <Chip tone={standing === 'confirmed' ? 'evidence' : 'plain'}>{t(`is_${standing}`)}</Chip>
        <Button tone="bare" busy={busy} onClick={() => queue.reply(incident.id, 'open')}>
          {t('undo')}
        </Button>
      </span>
    )
  }
  return (
    <span className="flex items-center gap-1">
      {standing === 'later' && <Chip>{t('is_later')}</Chip>}
      <Button tone="bare" busy={busy} onClick={() => queue.reply(incident.id, 'dismissed')}>
        {t('dismiss')}
      </Button>
      <Button tone="bare" busy={busy} onClick={() => queue.reply(incident.id, 'confirmed')}>
        {t('confirm')}
      </Button>
    </span>
  )
}
