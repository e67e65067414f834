import { useTranslation } from 'react-i18next'

import type { Schemas } from '@/api/client'
import { useMay } from '@/features/accounts/queries'
import { Link } from '@/ui/Link'
import { formatNumber } from '@/lib/locale'
import { When } from '@/ui/When'

import { DecisionChip } from '../DecisionChip'
import { DecisionDialog } from '../DecisionDialog'
import type { Compared } from './comparison'

type Props = { row: Compared }

/** Leads to the most that there is of the person: the report, or the interview, or themselves. */
export function NameCell({ row: { id, name, interview, report } }: Props) {
  if (report && interview?.room_session_id) {
    return (
      <Link look="quiet" to="/reports/$id" params={{ id: interview.room_session_id }}>
        {name}
      </Link>
    )
  }
  return interview ? (
    <Link look="quiet" to="/interviews/$id" params={{ id: interview.id }}>
      {name}
    </Link>
  ) : (
    <Link look="quiet" to="/candidates/$id" params={{ id }}>
      {name}
    </Link>
  )
}

export function InterviewCell({ row: { interview } }: Props) {
  const { t } = useTranslation('comparison')
  if (!interview) return <span className="text-ink-2">{t('stage_none')}</span>
  return (
    <>
      {t(`stage_${interview.stage}`)}
      {interview.stage !== 'cancelled' && (
        <span className="block min-w-20 text-13 text-ink-2">
          <When at={interview.starts_at} zone={interview.zone} />
        </span>
      )}
    </>
  )
}

export function ScoreCell({ row: { report, interview } }: Props) {
  const { t } = useTranslation('comparison')
  if (!report)
    return <span className="text-ink-2">{interview?.stage === 'ended' ? t('preparing') : '–'}</span>
  const share = formatNumber(report.coverage_pm / 1000, { style: 'percent' })
  return (
    <>
      {report.reason ? (
        <span className="block text-13">{t(`why_${report.reason}`)}</span>
      ) : (
        <span className="font-serif text-17 font-semibold">{report.score}</span>
      )}
      <span className="block text-13 text-ink-2">{t('observed', { share })}</span>
    </>
  )
}

export function MomentsCell({ row: { report } }: Props) {
  const { t } = useTranslation('comparison')
  if (!report) return '–'
  const kinds = (['open', 'confirmed', 'dismissed'] as const).filter((kind) => report[kind] > 0)
  if (kinds.length === 0) return t('no_moments')
  return (
    <ul className="text-13">
      {kinds.map((kind) => (
        <li key={kind} className="whitespace-nowrap">
          {t(`are_${kind}`, { count: report[kind] })}
        </li>
      ))}
    </ul>
  )
}

export function CodeCell({ exercise }: { exercise: Schemas['ComparedExercise'] | undefined }) {
  const { t } = useTranslation('comparison')
  if (!exercise) return '–'
  if (!exercise.verdict) return <span className="block text-13 text-ink-2">{t('untested')}</span>
  const { passed, total, verdict } = exercise
  if (verdict === 'CE') return t('unreadable')
  return <span className="whitespace-nowrap">{t('passed', { passed, total })}</span>
}

export function DecisionCell({ row: { name, interview, decision } }: Props) {
  const { t } = useTranslation('comparison')
  const mayDecide = useMay('decisions.write')
  return (
    <div className="flex flex-wrap items-center gap-x-2 gap-y-0.5 desk:w-36">
      {decision && <DecisionChip decision={decision.decision} />}
      {interview && mayDecide && (
        <DecisionDialog
          interview={interview.id}
          candidate={name}
          trigger={
            <button
              type="button"
              aria-label={t(decision ? 'think_again_on' : 'decide_on', { name })}
              className="min-h-8 text-13 font-medium text-accent underline underline-offset-2 hover:text-accent-2"
            >
              {decision ? t('think_again') : t('decide')}
            </button>
          }
        />
      )}
      {decision && (
        <p className="line-clamp-2 w-full text-13 text-ink-2" title={decision.reason}>
          {decision.by}: {decision.reason}
        </p>
      )}
    </div>
  )
}
