import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'

import { measuredQuery } from './queries'
import { isGapRule, measuredShort, measuredWords } from './words'

/** How often notes of a rule were right, in one line that opens to what that was measured on. A gap in the watch is a
 *  fact, and needs none. */
export function HowSure({ rule }: { rule: string }) {
  const { t } = useTranslation('proctoring')
  const { data } = useQuery(measuredQuery)
  const measured = data?.[rule]
  if (!measured || isGapRule(rule)) return null
  return (
    <details className="text-13 text-ink-2">
      <summary className="cursor-pointer">{measuredShort(measured, t)}</summary>
      <p className="ps-4 text-ink-3">{measuredWords(measured, t)}</p>
    </details>
  )
}
