import { useTranslation } from 'react-i18next'

import { Chip, type ChipTone } from '@/ui/Chip'

import type { InterviewCard } from './interviews'

type Word = InterviewCard['state'] | 'not_opened' | 'opened' | 'delivery_failed'

const TONES: Record<Word, ChipTone> = {
  planned: 'notice',
  invited: 'plain',
  not_opened: 'plain',
  opened: 'plain',
  delivery_failed: 'grave',
  confirmed: 'ok',
  waiting: 'notice',
  live: 'live',
  ended: 'ok',
  cancelled: 'plain',
}

/** Between invited and agreed there is more to tell than the state says. */
function stateWord({ state, invitation }: Pick<InterviewCard, 'state' | 'invitation'>): Word {
  if (state !== 'invited' || !invitation) return state
  if (invitation.delivery === 'failed') return 'delivery_failed'
  return invitation.opened_at ? 'opened' : 'not_opened'
}

export function StateChip({ interview }: { interview: InterviewCard }) {
  const { t } = useTranslation('scheduling')
  const word = stateWord(interview)
  return <Chip tone={TONES[word]}>{t(`states.${word}`)}</Chip>
}
