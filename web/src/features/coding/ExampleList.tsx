import { useTranslation } from 'react-i18next'

import type { Assignment } from './contracts'

type Props = { title: string; cases: readonly { name: string; stdin: string; expected: string | null }[] }

/** Inputs with what is expected of each. */
export function ExampleList({ title, cases }: Props) {
  const { t } = useTranslation('coding')
  return (
    <details className="mt-4 border-t border-line pt-3">
      <summary className="cursor-pointer rounded-mark font-medium">{title}</summary>
      {cases.map(({ name, stdin, expected }) => (
        <section key={name} className="mt-3">
          <h4 className="text-13 font-medium text-ink-2">{name}</h4>
          <div className="mt-1 grid gap-2 sm:grid-cols-2">
            <Text label={t('input')} text={stdin} />
            <Text label={t('expected')} text={expected ?? ''} />
          </div>
        </section>
      ))}
    </details>
  )
}

export function Text({ label, text }: { label: string; text: string }) {
  return (
    <figure className="min-w-0">
      <figcaption className="text-12 text-ink-2">{label}</figcaption>
      <pre className="rounded-control bg-sunk px-3 py-2 font-mono text-13 wrap-anywhere whitespace-pre-wrap">
        {text}
      </pre>
    </figure>
  )
}

export function AssignmentExamples({ assignment }: { assignment: Assignment }) {
  const { t } = useTranslation('coding')
  const { examples } = assignment
  if (examples.length === 0) return null
  return <ExampleList title={t('examples', { count: examples.length })} cases={examples} />
}
