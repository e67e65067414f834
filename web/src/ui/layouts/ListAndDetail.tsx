import type { ReactNode } from 'react'

type Props = {
  /** How to find one of many. */
  search?: ReactNode
  list: ReactNode
  /** What is chosen. */
  children: ReactNode
  /** What can be done with it. */
  foot?: ReactNode
}

/** Many on one side, one of them in full on the other; each side moves by itself. On a narrow page the one stands below
 *  the many. */
export function ListAndDetail({ search, list, children, foot }: Props) {
  return (
    <div className="grid gap-5 md:grid-cols-[--spacing(68)_1fr]">
      <div className="min-w-0">
        {search}
        <div className="mt-3 overflow-y-auto p-0.5 max-md:max-h-[35dvh] md:max-h-[55dvh]">{list}</div>
      </div>
      <div className="min-w-0 border-line max-md:border-t max-md:pt-4 md:border-s md:ps-5">
        <div className="max-h-[55dvh] overflow-y-auto">{children}</div>
        {foot && <div className="mt-4 flex flex-wrap items-center justify-end gap-3">{foot}</div>}
      </div>
    </div>
  )
}
