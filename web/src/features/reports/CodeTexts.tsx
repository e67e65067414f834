import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'

import type { ReportDocument } from '@/api/messages'
import { formatClock } from '@/lib/locale'
import { Answer } from '@/ui/Answer'
import { Button } from '@/ui/Button'
import { Loading } from '@/ui/Loading'

import { ranWords, type ReportRun, type ReportText } from './codeWords'
import { codeStepsQuery } from './queries'

const CodeReplay = lazy(() =>
  import('@/features/coding/CodeReplay').then((module) => ({ default: module.CodeReplay })),
)

/** Every text that was written, with the width that code wants. */
export function CodeTexts({ report }: { report: ReportDocument }) {
  const session = report.facts.room_session
  return report.code.flatMap(({ title, texts, runs }) =>
    texts.map((text) => (
      <CodeText key={text.document} title={title} text={text} runs={runs} session={session} />
    )),
  )
}

type Props = { text: ReportText; runs: readonly ReportRun[]; session: string }

/** The code as it stood at the end, and on request how it came to be. */
function CodeText({ title, text, runs, session }: Props & { title: string }) {
  const { t } = useTranslation('reports')
  const { t: tCode } = useTranslation('coding')
  const [replays, setReplays] = useState(false)
  return (
    <section className="mt-6">
      <h3 className="mb-1.5 text-13 font-medium text-ink-2">
        {title}, {tCode(`language_${text.language}`)}
      </h3>
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
    </section>
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
