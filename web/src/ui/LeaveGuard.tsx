import { useBlocker } from '@tanstack/react-router'

import { ConfirmDialog } from './ConfirmDialog'

type Props = {
  /** Whether there is something that is not done. */
  when: boolean
  title: string
  text: string
  leaveLabel: string
  stayLabel: string
}

const SIGN_IN = '/sign-in'

/** Asks before a page is left for another. Where the tab itself is closed or loaded anew, the browser asks. Whoever
 *  is signed out has left already. */
export function LeaveGuard({ when, title, text, leaveLabel, stayLabel }: Props) {
  const blocker = useBlocker({
    shouldBlockFn: ({ current, next }) =>
      when && next.pathname !== current.pathname && next.pathname !== SIGN_IN,
    enableBeforeUnload: when,
    withResolver: true,
  })
  return (
    <ConfirmDialog
      title={title}
      description={text}
      tone="main"
      confirmLabel={leaveLabel}
      dismissLabel={stayLabel}
      open={blocker.status === 'blocked'}
      onOpenChange={(open) => !open && blocker.reset?.()}
      onConfirm={() => {
        blocker.proceed?.()
        return undefined
      }}
    />
  )
}
