import type { ComponentProps } from 'react'

import { type ControlSize, controlLook } from './controlLook'

type Props = Omit<ComponentProps<'input'>, 'size' | 'type'> & { size?: ControlSize }

/** Value is `14:30`; the browser shows and reads it with 12 or 24 hours as the person is used to. */
export function TimeInput({ size, className, ...rest }: Props) {
  return <input {...rest} type="time" className={controlLook(size, className)} />
}
