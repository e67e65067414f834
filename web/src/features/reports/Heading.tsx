import type { ReactNode } from 'react'

/** Of a part of the report. */
export function Heading({ children, beside }: { children: ReactNode; beside?: ReactNode }) {
  return (
    <div className="mt-9 mb-2 flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
      <h2 className="font-serif text-20 font-semibold">{children}</h2>
      {beside}
    </div>
  )
}
