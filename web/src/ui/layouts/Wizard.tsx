import { ArrowLeft } from 'lucide-react'
import { type ComponentProps, type ReactNode, useEffect, useId, useRef } from 'react'

import { ActionFoot } from '../ActionFoot'
import { Button } from '../Button'
import { JourneyHeader } from '../JourneyHeader'
import { StepLine } from '../StepLine'

type Props = Omit<ComponentProps<typeof JourneyHeader>, 'progress'> & {
  title: string
  lead?: ReactNode
  /** How far one is; left out where there is no way to go. */
  progress?: Omit<ComponentProps<typeof StepLine>, 'id'> | undefined
  /** To the question before. */
  back?: { label: string; onBack: () => void } | undefined
  /** What to do next; the main action first. */
  foot?: ReactNode
  children?: ReactNode
}

/** One column, one question at a time, the next step at its foot. Each new question takes the focus, so that it is
 *  read aloud together with how far one is. */
export function Wizard({ title, lead, progress, back, foot, children, ...whose }: Props) {
  const heading = useRef<HTMLHeadingElement>(null)
  const line = useId()
  const spoken = useRef('')
  useEffect(() => {
    // In another language it is the same question: the focus stays where that was chosen.
    const { lang } = document.documentElement
    if (!spoken.current || spoken.current === lang) heading.current?.focus()
    spoken.current = lang
  }, [title])
  return (
    <div className="mx-auto flex min-h-dvh max-w-160 flex-col px-5 text-17">
      <JourneyHeader {...whose} progress={progress && <StepLine id={line} {...progress} />} />
      <main id="content" className="flex grow flex-col">
        <div className={back ? 'pt-1 pb-8' : 'pt-6 pb-8'}>
          {back && (
            <Button
              tone="bare"
              size="candidate"
              icon={<ArrowLeft aria-hidden className="size-5 rtl:-scale-x-100" />}
              onClick={back.onBack}
              className="-ms-5.5"
            >
              {back.label}
            </Button>
          )}
          <h1
            ref={heading}
            tabIndex={-1}
            aria-describedby={progress && line}
            className="text-25 font-semibold sm:text-32"
          >
            {title}
          </h1>
          {lead && <div className="mt-2 mb-6 text-ink-2">{lead}</div>}
          {children}
        </div>
        {foot && <ActionFoot>{foot}</ActionFoot>}
      </main>
    </div>
  )
}
