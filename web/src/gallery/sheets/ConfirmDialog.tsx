import { ConfirmDialog } from '@/ui/ConfirmDialog'

import type { Sheet } from '../sheet'

const nothing = () => undefined
const forever = () => new Promise<void>(nothing)
const refuse = () => Promise.reject(new Error('The server does not answer.'))

function pressConfirm(): void {
  const buttons = document.querySelectorAll<HTMLElement>('[role=alertdialog] button')
  buttons[buttons.length - 1]?.click()
}

export const sheet: Sheet = {
  part: 'ConfirmDialog',
  page: 360,
  states: [
    {
      name: 'grave',
      draw: () => (
        <ConfirmDialog
          open
          title="Withdraw the invitation?"
          description="The link stops working. Sora Tanaka is told so in a letter."
          confirmLabel="Withdraw"
          onConfirm={nothing}
        />
      ),
    },
    {
      name: 'main',
      draw: () => (
        <ConfirmDialog
          open
          tone="main"
          title="Send twelve invitations?"
          description="Everybody gets a letter in their own language."
          confirmLabel="Send"
          dismissLabel="Not yet"
          onConfirm={nothing}
        />
      ),
    },
    {
      name: 'busy',
      act: pressConfirm,
      draw: () => (
        <ConfirmDialog
          open
          title="Withdraw the invitation?"
          description="The link stops working."
          confirmLabel="Withdraw"
          onConfirm={forever}
        />
      ),
    },
    {
      name: 'failed',
      act: pressConfirm,
      awaits: '[role=alertdialog] [role=alert]',
      draw: () => (
        <ConfirmDialog
          open
          title="Withdraw the invitation?"
          description="The link stops working."
          confirmLabel="Withdraw"
          onConfirm={refuse}
        />
      ),
    },
  ],
}
