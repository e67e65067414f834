import { useTranslation } from 'react-i18next'

import { ON_THE_WAY_MB } from '@/browserRun/size'
import { formatNumber } from '@/lib/locale'

import type { Assignment } from './contracts'
import { lackWords } from './words'

type Props = {
  assignment: Assignment
  /** How much of Python is here, from 0 to 1. */
  arrived: number
  hindrances: readonly string[]
}

/** What it means that Python runs here and not on a server. */
export function InBrowser({ assignment, arrived, hindrances }: Props) {
  const { t } = useTranslation('coding')
  const size = formatNumber(ON_THE_WAY_MB, { style: 'unit', unit: 'megabyte' })
  return (
    <p className="border-t border-line px-4 py-2 text-13 text-ink-2">
      {lackWords(hindrances, t)} {t('browser_instead')} {arrived < 1 && t('browser_first', { size })}{' '}
      {assignment.hidden_tests > 0 && t('browser_hidden')} {t('browser_private')}
    </p>
  )
}
