import { type ReactNode, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'

import { Mark } from '@/ui/Mark'
import { Steps } from '@/ui/Steps'
import { usePageTitle } from '@/ui/usePageTitle'

type Props = {
  organisation?: string | undefined
  title: string
  lead?: ReactNode
  /** Where the candidate is on the way; left out where there is no way to go. */
  step?: number
  children?: ReactNode
}

const STEPS = 4

/** One column, one question at a time. Each new question takes the focus, so that it is read aloud. */
export function JourneyPage({ organisation, title, lead, step, children }: Props) {
  const { t } = useTranslation('visit')
  const heading = useRef<HTMLHeadingElement>(null)
  usePageTitle(title)
  useEffect(() => heading.current?.focus(), [title])
  return (
    <div className="mx-auto min-h-dvh max-w-160 px-5 pt-8 pb-16 text-17">
      <header className="mb-9 flex flex-wrap items-center gap-2.5">
        <Mark />
        {organisation && <strong className="font-semibold">{organisation}</strong>}
        <span className="text-ink-2">{organisation ? t('uses_fairview') : 'Fairview'}</span>
      </header>
      <main id="content">
        {step !== undefined && (
          <div className="mb-7">
            <Steps count={STEPS} current={step} />
          </div>
        )}
        <h1 ref={heading} tabIndex={-1} className="text-32 font-semibold">
          {title}
        </h1>
        {lead && <div className="mt-3 mb-7 text-ink-2">{lead}</div>}
        {children}
      </main>
    </div>
  )
}
