import { AlertDialog } from 'radix-ui'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { Button } from './Button'
import { panelLook, veilLook } from './Dialog'
import { useProblemSentence } from './problemSentence'
import { useReturnFocus } from './useReturnFocus'

type Props = {
  title: string
  description: ReactNode
  /** A verb: what the person does by pressing it. */
  confirmLabel: string
  /** What leaving it does, where “Cancel” could be taken for the thing itself. */
  dismissLabel?: string
  tone?: 'main' | 'grave'
  trigger?: ReactNode
  open?: boolean
  onOpenChange?: (open: boolean) => void
  /** The dialog waits for it, closes when it is done, and says so when it fails. */
  onConfirm: () => Promise<unknown> | undefined
  children?: ReactNode
}

export function ConfirmDialog({ title, description, tone = 'grave', trigger, children, ...rest }: Props) {
  const { t } = useTranslation('ui')
  const sentence = useProblemSentence()
  const returning = useReturnFocus()
  const [ownOpen, setOwnOpen] = useState(false)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<unknown>()
  const setOpen = (open: boolean) => {
    setProblem(undefined)
    setOwnOpen(open)
    rest.onOpenChange?.(open)
  }
  const confirm = async () => {
    setBusy(true)
    try {
      await rest.onConfirm()
      setOpen(false)
    } catch (error) {
      setProblem(error)
    } finally {
      setBusy(false)
    }
  }
  return (
    <AlertDialog.Root open={rest.open ?? ownOpen} onOpenChange={setOpen}>
      {trigger && <AlertDialog.Trigger asChild>{trigger}</AlertDialog.Trigger>}
      <AlertDialog.Portal>
        <AlertDialog.Overlay className={veilLook}>
          <AlertDialog.Content {...returning} className={panelLook}>
            <AlertDialog.Title className="text-20 font-semibold wrap-break-word">{title}</AlertDialog.Title>
            <AlertDialog.Description asChild>
              <div className="mt-2 text-ink-2">{description}</div>
            </AlertDialog.Description>
            {children}
            {problem !== undefined && (
              <p role="alert" className="mt-4 text-grave">
                {sentence(problem)}
              </p>
            )}
            <div className="mt-6 flex flex-wrap justify-end gap-2">
              <AlertDialog.Cancel asChild>
                <Button tone="bare">{rest.dismissLabel ?? t('cancel')}</Button>
              </AlertDialog.Cancel>
              <Button tone={tone} busy={busy} onClick={() => void confirm()}>
                {rest.confirmLabel}
              </Button>
            </div>
          </AlertDialog.Content>
        </AlertDialog.Overlay>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  )
}
