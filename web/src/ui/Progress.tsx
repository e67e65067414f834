import { type ReactNode, useId } from 'react'
import { useTranslation } from 'react-i18next'

import { formatSpan } from '@/lib/locale'

import { Spinner } from './Spinner'
import { useTimeLeft } from './useTimeLeft'

type Props = {
  /** What is being done, to what. */
  label: string
  /** How much of the whole is done, from 0 to 1; nothing where nobody can tell. */
  share?: number | undefined
  /** The same in words. */
  said?: string
  /** How to call it off. */
  action?: ReactNode
  /** What is good to know meanwhile. */
  children?: ReactNode
}

/** Work that takes a while: what it is, how far it is, and how long it still takes once that can be told. Where nobody
 *  knows how much it is there is no bar, since one would say that somebody does. */
export function Progress({ label, share, said, action, children }: Props) {
  const { t } = useTranslation('parts')
  const name = useId()
  const left = useTimeLeft(share)
  const isKnown = share !== undefined
  return (
    <div className="grid gap-3 rounded-panel border border-line bg-surface p-6">
      <p id={name} className="flex items-center gap-2.5 font-medium wrap-anywhere">
        {!isKnown && <Spinner />}
        {label}
      </p>
      <div
        role="progressbar"
        aria-labelledby={name}
        aria-valuetext={said}
        {...(isKnown && { 'aria-valuenow': share, 'aria-valuemin': 0, 'aria-valuemax': 1 })}
        className={isKnown ? 'h-1.5 overflow-hidden rounded-full bg-line' : 'sr-only'}
      >
        {isKnown && (
          <div
            className="h-full w-full origin-left rounded-full bg-accent transition-transform rtl:origin-right"
            style={{ transform: `scaleX(${Math.min(1, Math.max(0, share))})` }}
          />
        )}
      </div>
      {(said || action) && (
        <div className="flex min-h-9 flex-wrap items-center justify-between gap-x-4">
          <p className="text-13 text-ink-2">
            <span className="font-mono">{said}</span>
            {left !== undefined && ` · ${t('time_left', { span: formatSpan(left) })}`}
          </p>
          {action}
        </div>
      )}
      {children && <div className="text-13 text-ink-2">{children}</div>}
    </div>
  )
}
