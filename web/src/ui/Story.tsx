import type { ReactNode } from 'react'

type Part = {
  drawing: ReactNode
  title: string
  /** How long it takes. */
  span?: string
  text: string
}

/** What will happen, one thing after another: a drawing, what it is, how long it takes. */
export function Story({ parts }: { parts: readonly Part[] }) {
  return (
    <ol className="grid">
      {parts.map(({ drawing, title, span, text }) => (
        <li key={title} className="group grid grid-cols-[auto_1fr] gap-x-4">
          <div aria-hidden className="flex flex-col items-center">
            {drawing}
            <span className="w-px grow bg-line-2 group-last:hidden" />
          </div>
          <div className="pt-1 pb-5 group-last:pb-0">
            <p className="flex flex-wrap items-baseline justify-between gap-x-3">
              <strong className="font-semibold">{title}</strong>
              {span && <span className="text-13 text-ink-2">{span}</span>}
            </p>
            <p className="text-15 text-ink-2">{text}</p>
          </div>
        </li>
      ))}
    </ol>
  )
}
