import type { ReactNode } from 'react'

/** Nothing here yet: why, and what to do about it. */
export function Empty({ title, text, action }: { title: string; text?: string; action?: ReactNode }) {
  return (
    <div className="flex flex-col items-start gap-1 border-y border-line py-10">
      <p className="text-17 font-semibold">{title}</p>
      {text && <p className="max-w-prose text-ink-2">{text}</p>}
      {action && <div className="mt-4">{action}</div>}
    </div>
  )
}
