import type { ReactNode } from 'react'

/** Names on the left, what they are on the right. */
export function Facts({ children }: { children: ReactNode }) {
  return (
    <dl className="grid grid-cols-1 border-y border-line py-3 sm:grid-cols-[minmax(7rem,max-content)_1fr] sm:gap-x-6">
      {children}
    </dl>
  )
}

export function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt className="pt-1.5 text-13 text-ink-2 sm:py-1.5 sm:text-15">{name}</dt>
      <dd className="min-w-0 pb-1.5 wrap-break-word sm:py-1.5">{children}</dd>
    </>
  )
}
