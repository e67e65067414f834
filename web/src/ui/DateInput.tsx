import type { ComponentProps } from 'react'

import { type ControlSize, controlLook } from './controlLook'

type Props = Omit<ComponentProps<'input'>, 'size' | 'type'> & { size?: ControlSize }

/** Value and limits are `2026-11-26`; the browser shows and reads it in the person's own order. */
export function DateInput({ size, className, ...rest }: Props) {
  return <input {...rest} type="date" className={controlLook(size, className)} />
}
