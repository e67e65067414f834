import type { ComponentProps } from 'react'

import { type ControlSize, controlLook } from './controlLook'

type Props = Omit<ComponentProps<'input'>, 'size'> & { size?: ControlSize }

export function TextInput({ size, className, ...rest }: Props) {
  return <input type="text" {...rest} className={controlLook(size, className)} />
}
