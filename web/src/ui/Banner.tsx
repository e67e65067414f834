import { TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'

type Props = {
  /** What is so, and what is safe; nothing while all is well. */
  children: ReactNode
  action?: ReactNode
}

/** What concerns everything that is done here, across the page. Its place is there before its words are, so that they
 *  are read aloud when they come. */
export function Banner({ children, action }: Props) {
  return (
    <div role="status" className="print:hidden">
      {children && (
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-line bg-notice-soft px-5 py-2 desk:px-10">
          <TriangleAlert aria-hidden className="size-4 shrink-0 text-notice" />
          <div className="min-w-0 flex-1 basis-56">{children}</div>
          {action}
        </div>
      )}
    </div>
  )
}
