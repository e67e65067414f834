import { useTranslation } from 'react-i18next'

import type { ReportDocument } from '@/api/messages'
import { formatNumber } from '@/lib/locale'
import { Passage } from '@/ui/layouts/Document'
import { Review } from '@/ui/layouts/Review'

import { FoldedPart } from './FoldedPart'
import { Happening } from './Happening'
import { Heading } from './Heading'
import { kindId, type Reading } from './reading'
import type { ReportIncident } from './words'

/** More than a reader takes in at a glance: from here on they are folded by kind. */
const MANY = 20

type Props = { report: ReportDocument; reading: Reading; onReviewed: () => void }

/** Every moment in order, what it was, and what it took off. */
export function Happenings(props: Props) {
  const { t } = useTranslation('reports')
  const { incidents } = props.report.outcome
  return (
    <section>
      <Heading>{t('happened')}</Heading>
      <Passage note={incidents.length > 0 && t('happened_means')}>
        {incidents.length === 0 ? (
          <p className="border-y border-line py-4 text-ink-2">{t('nothing_happened')}</p>
        ) : (
          <p className="text-ink-2">{t('happened_lead', { count: incidents.length })}</p>
        )}
      </Passage>
      {incidents.length > MANY ? <ByKind {...props} /> : <Moments {...props} incidents={incidents} />}
    </section>
  )
}

function ByKind(props: Props) {
  const { t } = useTranslation('reports')
  const { incidents, rules } = props.report.outcome
  const kinds = rules.map(({ rule }) => [rule, incidents.filter((one) => one.rule === rule)] as const)
  return kinds.map(([rule, ofKind]) => {
    if (ofKind.length === 0) return null
    const points = rules.find((one) => one.rule === rule)?.points ?? 0
    return (
      <FoldedPart
        key={rule}
        id={kindId(rule)}
        title={t(`kind_${rule}`)}
        about={t('kind_about', { count: ofKind.length, number: formatNumber(ofKind.length), points })}
        reading={props.reading}
      >
        <Moments {...props} incidents={ofKind} />
      </FoldedPart>
    )
  })
}

function Moments({ incidents, ...props }: Props & { incidents: readonly ReportIncident[] }) {
  return (
    <Review>
      {incidents.map((incident) => (
        <Happening key={incident.id} incident={incident} {...props} />
      ))}
    </Review>
  )
}
