import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'

import { peopleQuery, useMe } from '@/features/accounts/queries'
import { Answer } from '@/ui/Answer'
import { CheckList } from '@/ui/CheckList'
import { Choice } from '@/ui/Choice'

import type { LotDraft, Turns } from './draft'

const TURNS: readonly Turns[] = ['in_turn', 'side_by_side', 'together']

type Props = {
  draft: LotDraft
  error: string | undefined
  onChange: (part: Partial<LotDraft>) => void
}

/** Who asks, and how several share the work. */
export function PanelFields({ draft, error, onChange }: Props) {
  const { t } = useTranslation('lot_schedule')
  const { id: ownId } = useMe()
  const people = useQuery(peopleQuery)
  return (
    <>
      <Answer query={people}>
        {(people) => (
          <CheckList
            label={t('interviewers')}
            error={error}
            values={draft.interviewer_ids}
            onChange={(interviewer_ids) => onChange({ interviewer_ids })}
            options={people.map(({ id, name, email }) => ({
              value: id,
              label: id === ownId ? t('name_you', { name }) : name,
              detail: email,
            }))}
          />
        )}
      </Answer>
      {draft.interviewer_ids.length > 1 && (
        <div>
          <p aria-hidden className="mb-1 text-13 font-medium text-ink-2">
            {t('turns.label')}
          </p>
          <Choice
            label={t('turns.label')}
            value={draft.turns}
            onChange={(turns) => onChange({ turns })}
            options={TURNS.map((turns) => ({
              value: turns,
              label: t(`turns.${turns}`),
              description: t(`turns.${turns}_text`),
            }))}
          />
        </div>
      )}
    </>
  )
}
