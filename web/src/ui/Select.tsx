import { ChevronDown } from 'lucide-react'
import type { ComponentProps } from 'react'

import { type ControlSize, controlLook } from './controlLook'

type Props = Omit<ComponentProps<'select'>, 'size' | 'children'> & {
  size?: ControlSize
  options: readonly { value: string; label: string }[]
}

/** The system's own list: it is the best one on every phone and with every screen reader. */
export function Select({ size, options, className, ...rest }: Props) {
  return (
    <span className="relative block">
      <select {...rest} className={controlLook(size, 'appearance-none pe-9', className)}>
        {options.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
      <ChevronDown
        aria-hidden
        className="pointer-events-none absolute end-3 top-1/2 size-4 -translate-y-1/2 text-ink-2"
      />
    </span>
  )
}
