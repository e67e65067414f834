import { useQuery } from '@tanstack/react-query'
import { lazy, type ReactNode, Suspense, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'

import type { ReportDocument } from '@/api/messages'
import { formatClock } from '@/lib/locale'
import { Answer } from '@/ui/Answer'
import { Button } from '@/ui/Button'
import { buttonLook } from '@/ui/buttonLook'
import { Fold, Opener } from '@/ui/Fold'
import { Loading } from '@/ui/Loading'

import { ranWords, type ReportRun, type ReportText } from './codeWords'
import { codeStepsQuery } from './queries'
import type { Reading } from './reading'

const CodeReplay = lazy(() =>
  import('@/features/coding/CodeReplay').then((module) => ({ default: module.CodeReplay })),
)

/** Every text that was written, with the width that code wants. */
export function CodeTexts({ report, reading }: { report: ReportDocument; reading: Reading }) {
  const session = report.facts.room_session
  return report.code.flatMap(({ title, texts, runs }) =>
    texts.map((text) => (
      <CodeText
        key={text.document}
        title={title}
        text={text}
        runs={runs}
        session={session}
        reading={reading}
      />
    )),
  )
}

const TEXT =
  'max-h-80 overflow-auto rounded-panel bg-sunk p-3 font-mono text-13 whitespace-pre-wrap print:max-h-none'

type Props = { text: ReportText; runs: readonly ReportRun[]; session: string }

/** The code as it stood at the end, and on request how it came to be. */
function CodeText({ title, text, runs, session, reading }: Props & { title: string; reading: Reading }) {
  const { t } = useTranslation('reports')
  const { t: tCode } = useTranslation('coding')
  const id = `code-${text.document}`
  const replay = reading.replay?.document === text.document ? reading.replay : undefined
  return (
    <section className="mt-3">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
        <div className="text-13 text-ink-2">
          <h3 className="font-medium">
            {tCode('ui:pair', { first: title, second: tCode(`language_${text.language}`) })}
          </h3>
          {text.first_edit_ms !== null && text.last_edit_ms !== null && (
            <p>
              {t('written', {
                from: formatClock(text.first_edit_ms / 1000),
                until: formatClock(text.last_edit_ms / 1000),
              })}
            </p>
          )}
        </div>
        <p className="flex flex-wrap gap-2 print:hidden">
          <Opener
            id={id}
            open={reading.isOpen(id)}
            onToggle={() => reading.toggle(id)}
            className={buttonLook('bare', 'desk')}
          >
            {t(reading.isOpen(id) ? 'hide_text' : 'show_text')}
          </Opener>
          {!replay && (
            <Button onClick={() => reading.replayFrom({ document: text.document })}>{t('replay')}</Button>
          )}
        </p>
      </div>
      <Fold id={id} open={reading.isOpen(id)} onFound={() => reading.open(id)}>
        {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- so that keys can scroll it */}
        <pre tabIndex={0} className={TEXT}>
          {text.text}
        </pre>
      </Fold>
      {replay && (
        <Suspense fallback={<Loading />}>
          <Shown key={replay.fromMs}>
            <Replay text={text} runs={runs} session={session} fromMs={replay.fromMs} />
          </Shown>
        </Suspense>
      )}
    </section>
  )
}

/** Comes into sight when asked for from further up. */
function Shown({ children }: { children: ReactNode }) {
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => place.current?.scrollIntoView({ block: 'nearest' }), [])
  return (
    <div ref={place} dir="ltr" className="mt-2 min-h-80">
      {children}
    </div>
  )
}

function Replay({ text, runs, session, fromMs }: Props & { fromMs?: number }) {
  const { t } = useTranslation('coding')
  const steps = useQuery(codeStepsQuery(session, text.document))
  const own = runs
    .filter(({ language }) => language === text.language)
    .map((run) => ({ at_ms: run.at_ms, label: ranWords(run, t) }))
  return (
    <Answer query={steps}>
      {(found) => <CodeReplay steps={found} language={text.language} runs={own} fromMs={fromMs} />}
    </Answer>
  )
}
