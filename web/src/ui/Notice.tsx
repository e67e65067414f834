import { TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'

/** Something that needs the reader before they go on: what happened, what is safe, what to do. */
export function Notice({
  title,
  children,
  action,
}: {
  title?: string
  children: ReactNode
  action?: ReactNode
}) {
  return (
    <div className="mb-4 grid grid-cols-[auto_1fr] gap-x-3 rounded-panel bg-notice-soft px-4 py-3 text-15">
      <TriangleAlert aria-hidden className="mt-1 size-4 text-notice" />
      <div className="grid gap-1">
        {title && <p className="font-semibold text-notice">{title}</p>}
        {children}
        {action && <div className="mt-2">{action}</div>}
      </div>
    </div>
  )
}
