import { useTranslation } from 'react-i18next'

import { formatDate, formatList } from '@/lib/locale'

import type { InterviewCard } from '../interviews'

type Shown = { clashes: boolean; isMoved: boolean; namesPanel: boolean }

/** What place, look and column say of a talk, for whoever cannot see them. */
export function useTalkSaid() {
  const { t } = useTranslation(['board', 'scheduling'])
  return (card: InterviewCard, zone: string, { clashes, isMoved, namesPanel }: Shown) =>
    [
      '',
      ...(namesPanel ? [] : [formatList(card.interviewers.map(({ name }) => name))]),
      formatDate(card.starts_at, zone, 'date'),
      t(`scheduling:states.${card.state}`),
      ...(clashes ? [t('clashes')] : []),
      ...(isMoved ? [t('moved_not_saved')] : []),
    ].join(', ')
}
