import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { Answer } from '@/ui/Answer'
import { Loading } from '@/ui/Loading'
import { Select } from '@/ui/Select'

import type { Language } from './contracts'
import { ExampleList } from './ExampleList'
import { type BankExercise, type ExerciseInside, exerciseQuery } from './queries'

const Statement = lazy(() => import('./Statement').then((module) => ({ default: module.Statement })))
const CodeView = lazy(() => import('./CodeView').then((module) => ({ default: module.CodeView })))

/** An exercise as the bank holds it, with what candidates never see. */
export function ExercisePreview({ exercise }: { exercise: BankExercise }) {
  const { t } = useTranslation('coding')
  const inside = useQuery(exerciseQuery(exercise.slug))
  const { examples } = exercise
  return (
    <Suspense fallback={<Loading />}>
      <Statement exercise={exercise} />
      <ExampleList title={t('examples', { count: examples.length })} cases={examples} />
      <Answer query={inside}>{(found) => <Inside exercise={found} />}</Answer>
    </Suspense>
  )
}

function Inside({ exercise }: { exercise: ExerciseInside }) {
  const { t } = useTranslation('coding')
  const { hidden } = exercise
  return (
    <>
      <ExampleList title={t('hidden_tests', { count: hidden.length })} cases={hidden} />
      <Solution exercise={exercise} />
    </>
  )
}

function Solution({ exercise: { code, languages, title } }: { exercise: ExerciseInside }) {
  const { t } = useTranslation('coding')
  const [isShown, setShown] = useState(false)
  const [wanted, setWanted] = useState<Language>()
  const language = wanted ?? languages[0] ?? 'python'
  const moment = useMemo(() => ({ text: code[language]?.solution ?? '', authors: '' }), [code, language])
  return (
    <details
      className="mt-4 border-t border-line pt-3"
      onToggle={(event) => setShown(event.currentTarget.open)}
    >
      <summary className="cursor-pointer rounded-mark font-medium">{t('solution')}</summary>
      <p className="mt-1 text-13 text-ink-2">{t('solution_hint')}</p>
      {languages.length > 1 && (
        <div className="mt-2 w-40">
          <Select
            aria-label={t('language')}
            value={language}
            onChange={(event) => setWanted(event.target.value as Language)}
            options={languages.map((one) => ({ value: one, label: t(`language_${one}`) }))}
          />
        </div>
      )}
      {isShown && (
        <div className="mt-2 h-72 overflow-hidden rounded-control border border-line">
          <CodeView moment={moment} language={language} label={t('solution_of', { title })} />
        </div>
      )}
    </details>
  )
}
