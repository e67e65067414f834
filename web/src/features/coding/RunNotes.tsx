import { useTranslation } from 'react-i18next'

import type { Run } from './contracts'

/** What helps to understand how a run ended: where the compiler stumbled, where the first line differs, and
 *  what was our fault. `inFull`: what was expected and printed stands below. */
export function RunNotes({ run, inFull }: { run: Run; inFull: boolean }) {
  const { t } = useTranslation('coding')
  return (
    <>
      <Messages messages={run.messages} />
      <Difference run={run} inFull={inFull} />
      {run.verdict === 'IE' && (
        <p className="text-13 text-ink-2">
          {run.incident ? t('our_fault_named', { incident: run.incident }) : t('our_fault')}
        </p>
      )}
      {run.attempts > 1 && <p className="text-13 text-ink-2">{t('begun_twice')}</p>}
    </>
  )
}

function Messages({ messages }: { messages: Run['messages'] }) {
  const { t } = useTranslation('coding')
  if (messages.length === 0) return null
  return (
    <ul aria-label={t('messages')} className="border-t border-line text-13">
      {messages.map((one, index) => (
        <li key={index} className="flex flex-wrap gap-x-3 border-b border-line py-1">
          <span className="font-mono text-12 text-ink-2">{placeWords(one)}</span>
          <span className="min-w-0 flex-1 basis-60 wrap-anywhere">
            {!one.is_error && <span className="text-notice">{t('warning')} </span>}
            {one.text}
          </span>
        </li>
      ))}
    </ul>
  )
}

/** `main.c:4:12`; 0 where the compiler names no line or column. */
const placeWords = ({ file, line, column }: Run['messages'][number]): string =>
  [file, line, column].filter((part) => part !== 0).join(':')

/** Of the first case that is not as expected. Of hidden ones only interviewers are told. */
function Difference({ run, inFull }: { run: Run; inFull: boolean }) {
  const { t } = useTranslation('coding')
  const failed = run.cases.find(({ verdict }) => verdict !== 'AC')
  const differs = failed?.differs
  if (!differs && !failed?.note) return null
  return (
    <div className="grid gap-1 text-13">
      {differs && (
        <>
          <p>{t('differs', { line: differs.line })}</p>
          {(!inFull || differs.line > 1) && (
            <dl className="grid grid-cols-[max-content_minmax(0,1fr)] gap-x-3 gap-y-0.5">
              <Line name={t('expected')} text={differs.expected} />
              <Line name={t('printed')} text={differs.printed} />
            </dl>
          )}
        </>
      )}
      {failed.note && <p className="wrap-anywhere whitespace-pre-wrap text-ink-2">{failed.note}</p>}
    </div>
  )
}

function Line({ name, text }: { name: string; text: string | null }) {
  const { t } = useTranslation('coding')
  return (
    <>
      <dt className="text-ink-2">{name}</dt>
      <dd dir={text === null ? undefined : 'ltr'} className="font-mono whitespace-pre-wrap wrap-anywhere">
        {text ?? <span className="font-sans text-ink-2">{t('no_such_line')}</span>}
      </dd>
    </>
  )
}
