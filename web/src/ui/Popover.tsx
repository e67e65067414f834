import { Popover as Primitive } from 'radix-ui'
import type { ReactNode } from 'react'

type Props = {
  /** One button. */
  trigger: ReactNode
  label: string
  children: ReactNode
}

/** A few settings at the button that they belong to. */
export function Popover({ trigger, label, children }: Props) {
  return (
    <Primitive.Root>
      <Primitive.Trigger asChild>{trigger}</Primitive.Trigger>
      <Primitive.Portal>
        <Primitive.Content
          aria-label={label}
          align="end"
          sideOffset={4}
          collisionPadding={12}
          className="z-30 max-h-96 w-72 animate-appear overflow-y-auto rounded-panel border border-line bg-surface p-4 shadow-float focus:outline-none"
        >
          {children}
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  )
}
