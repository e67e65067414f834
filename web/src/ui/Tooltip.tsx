import { Tooltip as Primitive } from 'radix-ui'
import type { ReactNode } from 'react'

type Props = {
  text: string
  side?: 'top' | 'right' | 'bottom' | 'left'
  /** What it names: one element that takes the focus. */
  children: ReactNode
}

/** The name of what shows none, at the pointer and at the focus. Never the only place where something is said. */
export function Tooltip({ text, side = 'top', children }: Props) {
  return (
    <Primitive.Provider delayDuration={400}>
      <Primitive.Root>
        <Primitive.Trigger asChild>{children}</Primitive.Trigger>
        <Primitive.Portal>
          <Primitive.Content
            side={side}
            sideOffset={6}
            collisionPadding={8}
            className="z-50 animate-appear rounded-mark bg-ink px-2 py-1 text-12 font-medium text-paper"
          >
            {text}
          </Primitive.Content>
        </Primitive.Portal>
      </Primitive.Root>
    </Primitive.Provider>
  )
}
