import { type ReactNode, useId } from 'react'

/** A part of the page, under its name. */
export function Part({ title, children }: { title: string; children: ReactNode }) {
  const id = useId()
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className="mb-1 text-17 font-semibold">
        {title}
      </h2>
      {children}
    </section>
  )
}
