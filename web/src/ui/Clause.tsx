import type { ReactNode } from 'react'

type Props = {
  title: string
  /** Whether it is needed, in a word. */
  mark?: ReactNode
  text: ReactNode
  /** Who sees it, how long it is kept, and such things: in a few words each. */
  terms: readonly { name: string; text: string }[]
  children?: ReactNode
}

/** One point of an agreement: what it is, and the same few facts as at every other point. */
export function Clause({ title, mark, text, terms, children }: Props) {
  return (
    <section className="border-t border-line py-5">
      <div className="mb-1 flex items-start justify-between gap-4">
        <h3 className="font-semibold">{title}</h3>
        {mark}
      </div>
      <div className="text-15">{text}</div>
      <dl className="mt-3 grid grid-cols-[minmax(5rem,max-content)_1fr] gap-x-4 gap-y-1.5 text-15">
        {terms.map((term) => (
          <div key={term.name} className="contents">
            <dt className="text-ink-2">{term.name}</dt>
            <dd className="min-w-0">{term.text}</dd>
          </div>
        ))}
      </dl>
      {children}
    </section>
  )
}
