import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { formatClock } from '@/lib/locale'
import { Answer } from '@/ui/Answer'
import { Button } from '@/ui/Button'
import { Loading } from '@/ui/Loading'

import { ranWords, type ReportRun, type ReportText } from './codeWords'
import { codeStepsQuery } from './queries'

const CodeReplay = lazy(() =>
  import('@/features/coding/CodeReplay').then((module) => ({ default: module.CodeReplay })),
)

type Props = { text: ReportText; runs: readonly ReportRun[]; session: string }

/** The code as it stood at the end, and on request how it came to be. */
export function CodeText({ text, runs, session }: Props) {
  const { t } = useTranslation('reports')
  const [replays, setReplays] = useState(false)
  return (
    <div className="mt-2">
      {replays ? (
        <Suspense fallback={<Loading />}>
          <Replay text={text} runs={runs} session={session} />
        </Suspense>
      ) : (
        <>
          {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- so that keys can scroll it */}
          <pre tabIndex={0} className="max-h-80 overflow-auto rounded-panel bg-sunk p-3 font-mono text-13">
            {text.text}
          </pre>
          <p className="mt-1 flex flex-wrap items-center justify-between gap-2 text-13 text-ink-2">
            {text.first_edit_ms !== null && text.last_edit_ms !== null && (
              <span>
                {t('written', {
                  from: formatClock(text.first_edit_ms / 1000),
                  until: formatClock(text.last_edit_ms / 1000),
                })}
              </span>
            )}
            <Button onClick={() => setReplays(true)}>{t('replay')}</Button>
          </p>
        </>
      )}
    </div>
  )
}

function Replay({ text, runs, session }: Props) {
  const { t } = useTranslation('coding')
  const steps = useQuery(codeStepsQuery(session, text.document))
  const own = runs
    .filter(({ language }) => language === text.language)
    .map((run) => ({ at_ms: run.at_ms, label: ranWords(run, t) }))
  return (
    <Answer query={steps}>
      {(found) => <CodeReplay steps={found} language={text.language} runs={own} />}
    </Answer>
  )
}
