import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'

import type { ReportDocument } from '@/api/messages'
import { measuredQuery } from '@/features/proctoring/queries'
import { isGap, measuredWords } from '@/features/proctoring/words'
import { Fact } from '@/ui/Facts'

/** How right the rules are that found something here, as far as it was measured. */
export function Figures({ report }: { report: ReportDocument }) {
  const { t } = useTranslation('reports')
  const { t: tRule } = useTranslation('proctoring')
  const { data } = useQuery(measuredQuery)
  return report.outcome.rules.map(({ rule, found }) => {
    const measured = data?.[rule]
    return found > 0 && measured && !isGap({ rule }) ? (
      <Fact key={rule} name={t('how_right', { rule: t(`rule_${rule}`) })}>
        {measuredWords(measured, tRule)}
      </Fact>
    ) : null
  })
}
