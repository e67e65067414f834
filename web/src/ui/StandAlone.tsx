import type { ReactNode } from 'react'

import { LanguageSwitch } from './LanguageSwitch'
import { Mark } from './Mark'

/** A page without a desk around it: the mark, and one thing to read or do. */
export function StandAlone({ children }: { children: ReactNode }) {
  return (
    <div className="mx-auto flex min-h-dvh w-full max-w-md flex-col px-5 pt-[14vh] pb-16">
      <header className="mb-10 flex items-center gap-2.5 font-semibold">
        <Mark className="size-7" />
        <span className="grow">Fairview</span>
        <LanguageSwitch className="-me-2 font-normal" />
      </header>
      <main id="content">{children}</main>
    </div>
  )
}
