import { useTranslation } from 'react-i18next'

import { Chip, type ChipTone } from '@/ui/Chip'

import type { DecisionName } from './decisionQueries'

const TONES: Record<DecisionName, ChipTone> = { advance: 'ok', hold: 'notice', decline: 'plain' }

export function DecisionChip({ decision, isEarlier }: { decision: DecisionName; isEarlier?: boolean }) {
  const { t } = useTranslation('reports')
  const said = t(`decided_${decision}`)
  return <Chip tone={isEarlier ? 'plain' : TONES[decision]}>{isEarlier ? t('earlier', { said }) : said}</Chip>
}
