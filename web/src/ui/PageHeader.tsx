import type { ReactNode } from 'react'

type Props = {
  /** The pages above this one, as `Breadcrumbs`. */
  trail?: ReactNode
  title: ReactNode
  lead?: ReactNode
  action?: ReactNode
}

/** The page's name and where it belongs, a sentence that says what waits, and its one main action. */
export function PageHeader({ trail, title, lead, action }: Props) {
  return (
    <header className="mb-6 flex flex-wrap items-end justify-between gap-x-6 gap-y-4">
      <div className="min-w-0">
        {trail}
        <h1 tabIndex={-1} className="text-25 font-semibold wrap-break-word">
          {title}
        </h1>
        {lead && <div className="text-ink-2">{lead}</div>}
      </div>
      {action && <div className="flex flex-wrap gap-2">{action}</div>}
    </header>
  )
}
