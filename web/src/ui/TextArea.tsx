import type { ComponentProps } from 'react'

import { type ControlSize, controlLook } from './controlLook'

type Props = ComponentProps<'textarea'> & { size?: ControlSize }

export function TextArea({ size, className, rows = 3, ...rest }: Props) {
  return <textarea rows={rows} {...rest} className={controlLook(size, 'py-1.5', className)} />
}
