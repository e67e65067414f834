import { X } from 'lucide-react'
import { Dialog as Primitive } from 'radix-ui'
import { type ReactNode, useRef } from 'react'
import { useTranslation } from 'react-i18next'

import { IconButton } from './IconButton'
import { useReturnFocus } from './useReturnFocus'

type Props = {
  title: string
  onClose: () => void
  children: ReactNode
}

/** What is read beside the page rather than instead of it, at the page's end. It is there while it is rendered. */
export function SideSheet({ title, onClose, children }: Props) {
  const { t } = useTranslation('ui')
  const { onOpenAutoFocus, onCloseAutoFocus } = useReturnFocus()
  const heading = useRef<HTMLHeadingElement>(null)
  const readFromHeading = (event: Event) => {
    onOpenAutoFocus()
    event.preventDefault()
    heading.current?.focus()
  }
  return (
    <Primitive.Root open onOpenChange={(open) => !open && onClose()}>
      <Primitive.Portal>
        <Primitive.Overlay className="fixed inset-0 z-40 flex animate-appear justify-end bg-veil">
          <Primitive.Content
            onOpenAutoFocus={readFromHeading}
            onCloseAutoFocus={onCloseAutoFocus}
            aria-describedby={undefined}
            className="flex h-dvh w-full max-w-md flex-col border-s border-line bg-surface shadow-float focus:outline-none"
          >
            <div className="flex items-center justify-between gap-4 border-b border-line py-3 ps-6 pe-3">
              <Primitive.Title ref={heading} tabIndex={-1} className="text-20 font-semibold outline-none">
                {title}
              </Primitive.Title>
              <Primitive.Close asChild>
                <IconButton label={t('close')} icon={<X />} />
              </Primitive.Close>
            </div>
            <div className="min-h-0 flex-1 overflow-y-auto px-6 py-4">{children}</div>
          </Primitive.Content>
        </Primitive.Overlay>
      </Primitive.Portal>
    </Primitive.Root>
  )
}
