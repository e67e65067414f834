import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'

import type { Schemas } from '@/api/client'
import type { ReportDocument } from '@/api/messages'
import { formatDate } from '@/lib/locale'
import { shortMark } from '@/lib/short-mark'

import { sealsQuery } from './queries'

type Seal = Schemas['SealOut']

/** When the log was sealed, and by what mark a seal is known. Nothing while that is not told. */
export function Seals({ report }: { report: ReportDocument }) {
  const { t } = useTranslation('reports')
  const { data: seals } = useQuery(sealsQuery(report.facts.room_session, report.version))
  if (!seals?.length) return null
  return (
    <ol aria-label={t('seals_title')} className="grid gap-1.5 border-t border-line pt-2 text-13">
      {seals.map((seal) => (
        <SealLine key={seal.sequence} seal={seal} zone={report.facts.zone} />
      ))}
    </ol>
  )
}

function SealLine({ seal, zone }: { seal: Seal; zone: string }) {
  const { t } = useTranslation('reports')
  const { stamp } = seal
  return (
    <li>
      <span className="block">
        {t('seal_facts', { when: formatDate(seal.sealed_at, zone, 'full'), count: seal.positions })}
        {', '}
        {stamp
          ? t('seal_stamped', { when: formatDate(stamp.at, zone, 'full'), by: stamp.by })
          : t('seal_unstamped')}
      </span>
      <span className="block font-mono wrap-break-word">
        {t('seal_mark', { mark: shortMark(seal.root), key: seal.key })}
      </span>
    </li>
  )
}
