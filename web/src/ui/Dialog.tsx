import { X } from 'lucide-react'
import { Dialog as Primitive } from 'radix-ui'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

import { IconButton } from './IconButton'
import { useReturnFocus } from './useReturnFocus'

type Props = {
  title: string
  description?: ReactNode
  /** What opens it; leave it out and give `open` where something else decides. */
  trigger?: ReactNode
  open?: boolean
  onOpenChange?: (open: boolean) => void
  footer?: ReactNode
  /** For what is looked through rather than filled in. */
  wide?: boolean
  children?: ReactNode
}

/** The veil scrolls and centres without transforms, so that lists inside can float out of the panel. */
export const veilLook =
  'fixed inset-0 z-40 flex animate-appear items-start justify-center overflow-y-auto bg-veil p-4 desk:p-[10vh]'
const panel =
  'relative w-full animate-appear rounded-panel border border-line bg-surface p-6 shadow-float focus:outline-none'
export const panelLook = `${panel} max-w-lg`

export function Dialog({ title, description, trigger, open, onOpenChange, footer, wide, children }: Props) {
  const { t } = useTranslation('ui')
  const returning = useReturnFocus()
  const controlled = open === undefined ? {} : { open }
  return (
    <Primitive.Root {...controlled} {...(onOpenChange && { onOpenChange })}>
      {trigger && <Primitive.Trigger asChild>{trigger}</Primitive.Trigger>}
      <Primitive.Portal>
        <Primitive.Overlay className={veilLook}>
          <Primitive.Content
            {...returning}
            className={wide ? `${panel} max-w-5xl` : panelLook}
            onEscapeKeyDown={keepOpenForList}
            {...(!description && { 'aria-describedby': undefined })}
          >
            <div className="mb-4 pe-10">
              <Primitive.Title className="text-20 font-semibold wrap-break-word">{title}</Primitive.Title>
              {description && (
                <Primitive.Description asChild>
                  <div className="mt-1 text-ink-2">{description}</div>
                </Primitive.Description>
              )}
            </div>
            {children}
            {footer && <div className="mt-6 flex flex-wrap justify-end gap-2">{footer}</div>}
            {/* Last, so that the first field gets the focus. */}
            <Primitive.Close asChild>
              <IconButton label={t('close')} icon={<X />} className="absolute end-4 top-4" />
            </Primitive.Close>
          </Primitive.Content>
        </Primitive.Overlay>
      </Primitive.Portal>
    </Primitive.Root>
  )
}

/** Escape closes an open list first, and the dialog the next time. */
function keepOpenForList(event: KeyboardEvent): void {
  if (event.target instanceof Element && event.target.matches('[aria-expanded=true]')) event.preventDefault()
}
