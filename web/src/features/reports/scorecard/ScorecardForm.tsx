import { useMutation } from '@tanstack/react-query'
import { Undo2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'

import { useCell } from '@/lib/useCell'
import { Button } from '@/ui/Button'
import { Field } from '@/ui/Field'
import { IconButton } from '@/ui/IconButton'
import { Kbd } from '@/ui/Kbd'
import { useProblemSentence } from '@/ui/problemSentence'
import { useShortcutGroup } from '@/ui/shortcuts'
import { TextArea } from '@/ui/TextArea'

import { CompetencyField } from './CompetencyField'
import { isComplete, type Rubric } from './draft'
import type { Keeping, ScorecardKeeper } from './keeper'
import { RecommendationField } from './RecommendationField'

type Props = {
  keeper: ScorecardKeeper
  rubric: Rubric
  nowMs: () => number | null
  onSubmitted: (() => void) | undefined
}

export function ScorecardForm({ keeper, rubric, nowMs, onSubmitted }: Props) {
  const { t } = useTranslation('scorecards')
  const keeping = useCell(keeper.cell)
  const { draft } = keeping
  useShortcutGroup('scorecard')
  return (
    <section aria-labelledby="scorecard-title">
      <header className="flex items-center justify-between gap-3">
        <h2 id="scorecard-title" className="font-semibold">
          {t('title')}
        </h2>
        <span className="flex items-center gap-1">
          <SaveState keeping={keeping} />
          <IconButton
            label={t('undo')}
            icon={<Undo2 />}
            disabled={!keeping.canUndo}
            onClick={() => keeper.undo()}
          />
        </span>
      </header>
      <p className="mb-2 text-13 text-ink-2">
        {t('hint_rate')} <Kbd>1</Kbd>–<Kbd>4</Kbd>, {t('hint_unseen')} <Kbd>0</Kbd>, {t('hint_note')}{' '}
        <Kbd>N</Kbd>
      </p>
      {keeping.wasMerged && (
        <p role="status" className="mb-2 rounded-control bg-notice-soft px-3 py-2 text-13 text-notice">
          {t('was_merged')}
        </p>
      )}
      {rubric.competencies.map((competency) => (
        <CompetencyField
          key={competency.key}
          competency={competency}
          draft={draft}
          keeper={keeper}
          nowMs={nowMs}
        />
      ))}
      <RecommendationField
        value={draft.recommendation}
        onChange={(recommendation) => keeper.change({ recommendation })}
      />
      <Field label={t('closing')} className="mt-4">
        {(ids) => (
          <TextArea
            {...ids}
            value={draft.closing}
            maxLength={5000}
            onChange={(event) => keeper.type({ closing: event.target.value })}
          />
        )}
      </Field>
      <Submit keeper={keeper} keeping={keeping} rubric={rubric} onSubmitted={onSubmitted} />
    </section>
  )
}

function SaveState({ keeping }: { keeping: Keeping }) {
  const { t } = useTranslation('scorecards')
  const sentence = useProblemSentence()
  const said = keeping.state === 'refused' ? sentence(keeping.problem) : t(`state_${keeping.state}`)
  return (
    <span role="status" className="text-13 text-ink-2">
      {said}
    </span>
  )
}

function Submit({ keeper, keeping, rubric, onSubmitted }: Omit<Props, 'nowMs'> & { keeping: Keeping }) {
  const { t } = useTranslation('scorecards')
  const sentence = useProblemSentence()
  const submit = useMutation({ mutationFn: () => keeper.submit(), onSuccess: onSubmitted })
  const complete = isComplete(keeping.draft, rubric)
  return (
    <div className="mt-4 border-t border-line pt-4">
      <div className="flex flex-wrap items-center gap-3">
        <Button
          tone="main"
          busy={submit.isPending}
          disabled={!complete || keeping.isSubmitted}
          onClick={() => submit.mutate()}
        >
          {keeping.submittedAt ? t('submit_again') : t('submit')}
        </Button>
        <p className="min-w-40 flex-1 text-13 text-ink-2">
          {keeping.isSubmitted
            ? t('submitted')
            : keeping.submittedAt
              ? t('changed_since')
              : complete
                ? t('submit_means')
                : t('incomplete')}
        </p>
      </div>
      {submit.error && (
        <p role="alert" className="mt-2 text-13 text-grave">
          {sentence(submit.error)}
        </p>
      )}
    </div>
  )
}
