import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'

import { formatMinutes } from '@/lib/locale'
import { Answer } from '@/ui/Answer'
import { Button } from '@/ui/Button'
import { ConfirmDialog } from '@/ui/ConfirmDialog'

import { ExerciseDialog } from './ExerciseDialog'
import { type AssignedExercise, assignedQuery, useWithdraw } from './queries'
import { levelWords } from './words'

type Props = {
  interview: string
  /** Whether the person may give exercises, and the interview may still be changed. */
  mayChange: boolean
}

/** The exercises of one interview, given before the talk or during it. */
export function ExercisesSection({ interview, mayChange }: Props) {
  const { t } = useTranslation('coding')
  const assigned = useQuery(assignedQuery(interview))
  return (
    <section className="mt-8">
      <h2 className="mb-2 text-17 font-semibold">{t('exercises')}</h2>
      <Answer query={assigned}>
        {(exercises) => (
          <>
            {exercises.length === 0 && (
              <p className="border-y border-line py-3 text-ink-2">
                {mayChange ? t('none_given') : t('none_given_over')}
              </p>
            )}
            <ul className="border-line not-empty:border-t">
              {exercises.map((one) => (
                <Assigned key={one.id} exercise={one} interview={interview} mayChange={mayChange} />
              ))}
            </ul>
            {mayChange && (
              <div className="mt-4">
                <ExerciseDialog
                  interview={interview}
                  given={exercises.map(({ exercise }) => exercise)}
                  trigger={<Button>{t('choose')}</Button>}
                />
              </div>
            )}
          </>
        )}
      </Answer>
    </section>
  )
}

function Assigned({ exercise, interview, mayChange }: Props & { exercise: AssignedExercise }) {
  const { t } = useTranslation('coding')
  const withdraw = useWithdraw(interview)
  const { id, title, minutes, is_begun: isBegun, by } = exercise
  return (
    <li className="flex min-h-12 flex-wrap items-center gap-x-3 border-b border-line py-1.5">
      <span className="font-medium">{title}</span>
      <span className="text-13 text-ink-2">
        {[levelWords(exercise, t), formatMinutes(minutes), t('given_by', { name: by })].join(' · ')}
      </span>
      {mayChange && !isBegun && (
        <span className="ms-auto">
          <ConfirmDialog
            title={t('withdraw_title', { title })}
            description={t('withdraw_text')}
            confirmLabel={t('withdraw')}
            trigger={
              <Button tone="bare" aria-label={t('withdraw_named', { title })}>
                {t('withdraw')}
              </Button>
            }
            onConfirm={() => withdraw.mutateAsync(id)}
          />
        </span>
      )}
    </li>
  )
}
