import { ChevronRight } from 'lucide-react'
import type { ReactNode } from 'react'

/** A question whose answer some people need: it opens in place. */
export function Unfold({ title, children }: { title: string; children: ReactNode }) {
  return (
    <details className="group border-t border-line last:border-b">
      <summary className="flex min-h-12 cursor-pointer list-none items-center gap-2 rounded-control py-2 font-medium hover:text-accent [&::-webkit-details-marker]:hidden">
        <ChevronRight
          aria-hidden
          className="size-4 shrink-0 text-ink-2 transition-transform group-open:rotate-90 rtl:-scale-x-100"
        />
        {title}
      </summary>
      <div className="ps-6 pb-4 text-15 text-ink-2">{children}</div>
    </details>
  )
}
