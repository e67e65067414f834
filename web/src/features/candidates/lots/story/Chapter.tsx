import { type ReactNode, useId, useState } from 'react'
import { ChevronRight } from 'lucide-react'
import { useTranslation } from 'react-i18next'

import { classes } from '@/lib/classes'
import { formatNumber } from '@/lib/locale'
import { Fold, Opener } from '@/ui/Fold'

type Props = {
  number: number
  title: string
  when?: ReactNode
  children: ReactNode
  /** What the claim rests on; opens in place. */
  proof?: ReactNode
}

/** One thing that happened, in the order in which it did. */
export function Chapter({ number, title, when, children, proof }: Props) {
  return (
    <li className="grid grid-cols-[--spacing(8)_minmax(0,1fr)] gap-x-3 border-t border-line py-5 break-inside-avoid">
      <span
        aria-hidden
        className="flex size-8 items-center justify-center rounded-full border border-line-2 bg-surface text-13 font-semibold text-ink-2"
      >
        {formatNumber(number)}
      </span>
      <div className="min-w-0">
        <div className="flex flex-wrap items-baseline justify-between gap-x-4">
          <h2 className="text-17 font-semibold">{title}</h2>
          {when && <span className="text-13 text-ink-2">{when}</span>}
        </div>
        <div className="mt-1 grid gap-2 text-pretty *:max-w-prose">{children}</div>
        {proof && <Proof of={title}>{proof}</Proof>}
      </div>
    </li>
  )
}

function Proof({ of, children }: { of: string; children: ReactNode }) {
  const { t } = useTranslation('lots')
  const id = useId()
  const [open, setOpen] = useState(false)
  return (
    <>
      <Opener
        id={id}
        open={open}
        label={t('how_known_of', { claim: of })}
        onToggle={() => setOpen(!open)}
        className="mt-2 -ms-1 inline-flex min-h-8 items-center gap-1 px-1 text-13 font-medium text-accent print:hidden"
      >
        <ChevronRight
          aria-hidden
          className={classes('size-4 transition-transform', open ? 'rotate-90' : 'rtl:rotate-180')}
        />
        {t('how_known')}
      </Opener>
      <Fold id={id} open={open} onFound={() => setOpen(true)}>
        <div className="mt-2 grid gap-3 rounded-panel border border-line bg-surface px-4 py-3 text-13">
          {children}
        </div>
      </Fold>
    </>
  )
}
