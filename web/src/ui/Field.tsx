import { type ReactNode, useId } from 'react'

import { classes } from '@/lib/classes'

/** What a control takes from its field: spread it on the control. */
export type ControlIds = {
  id: string
  'aria-describedby': string | undefined
  'aria-invalid': true | undefined
}

type Props = {
  label: string
  hint?: ReactNode
  error?: string | undefined
  className?: string
  children: (ids: ControlIds) => ReactNode
}

/** A control with its label above, its hint and its error below, tied together for every reader. */
export function Field({ label, hint, error, className, children }: Props) {
  const id = useId()
  const hintId = hint ? `${id}-hint` : undefined
  const errorId = error ? `${id}-error` : undefined
  const describedBy = [errorId, hintId].filter(Boolean).join(' ') || undefined
  return (
    <div className={classes('min-w-0', className)}>
      <label htmlFor={id} className="mb-1 block text-13 font-medium text-ink-2">
        {label}
      </label>
      {children({ id, 'aria-describedby': describedBy, 'aria-invalid': error ? true : undefined })}
      {error && (
        <p id={errorId} className="mt-1 text-13 text-grave">
          {error}
        </p>
      )}
      {hint && (
        <div id={hintId} className="mt-1 text-13 text-ink-2">
          {hint}
        </div>
      )}
    </div>
  )
}
