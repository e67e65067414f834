import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'

import { measuredQuery } from './queries'
import { measuredWords } from './words'

/** How right notes of a rule are, in a small line. Nothing until it is known. */
export function MeasuredLine({ rule }: { rule: string }) {
  const { t } = useTranslation('proctoring')
  const { data } = useQuery(measuredQuery)
  const measured = data?.[rule]
  return measured ? <p className="text-13 text-ink-3">{measuredWords(measured, t)}</p> : null
}
