import type { ReactNode } from 'react'

/** The page's name, a sentence that says what waits, and its one main action. */
export function PageHeader({
  title,
  lead,
  action,
}: {
  title: ReactNode
  lead?: ReactNode
  action?: ReactNode
}) {
  return (
    <header className="mb-6 flex flex-wrap items-end justify-between gap-x-6 gap-y-4">
      <div className="min-w-0">
        <h1 tabIndex={-1} className="text-25 font-semibold wrap-break-word">
          {title}
        </h1>
        {lead && <div className="text-ink-2">{lead}</div>}
      </div>
      {action && <div className="flex flex-wrap gap-2">{action}</div>}
    </header>
  )
}
