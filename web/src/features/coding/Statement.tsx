import Markdown from 'react-markdown'
import { useTranslation } from 'react-i18next'

import { Chip } from '@/ui/Chip'
import { formatMinutes } from '@/lib/locale'

import type { Assignment } from './contracts'
import { levelWords } from './words'

type Props = { exercise: Pick<Assignment, 'title' | 'level' | 'minutes' | 'statement'> }

/** What is asked. Markdown of our own bank; raw HTML in it stays text. */
export function Statement({ exercise }: Props) {
  const { t } = useTranslation('coding')
  return (
    <article className="max-w-prose">
      <header className="mb-3 flex flex-wrap items-center gap-x-3 gap-y-1">
        <h2 className="text-17 font-semibold">{exercise.title}</h2>
        <Chip>{levelWords(exercise, t)}</Chip>
        <span className="text-13 text-ink-2">
          {t('about_minutes', { length: formatMinutes(exercise.minutes) })}
        </span>
      </header>
      <div className="grid gap-3">
        <Markdown components={LOOK}>{exercise.statement}</Markdown>
      </div>
    </article>
  )
}

const LOOK: Parameters<typeof Markdown>[0]['components'] = {
  h1: ({ children }) => <h3 className="mt-2 font-semibold">{children}</h3>,
  h2: ({ children }) => <h3 className="mt-2 font-semibold">{children}</h3>,
  h3: ({ children }) => <h4 className="mt-1 font-medium">{children}</h4>,
  ul: ({ children }) => <ul className="list-disc space-y-1 ps-5">{children}</ul>,
  ol: ({ children }) => <ol className="list-decimal space-y-1 ps-5">{children}</ol>,
  pre: ({ children }) => (
    <pre className="rounded-control bg-sunk px-3 py-2 font-mono text-13 wrap-anywhere whitespace-pre-wrap">
      {children}
    </pre>
  ),
  code: ({ children }) => <code className="font-mono text-[0.9em]">{children}</code>,
  table: ({ children }) => <table className="w-full text-13">{children}</table>,
}
