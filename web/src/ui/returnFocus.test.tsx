import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { type ReactNode, useState } from 'react'
import { expect, test } from 'vitest'

import { show } from '@/testing/page'

import { ConfirmDialog } from './ConfirmDialog'
import { Dialog } from './Dialog'
import { Menu, MenuItem } from './Menu'
import { SideSheet } from './SideSheet'

type Opened = { open: boolean; onOpenChange: (open: boolean) => void }

/** A page on which something opens that has no trigger of its own. */
function Page({ children }: { children: (opened: Opened, forget: () => void) => ReactNode }) {
  const [open, setOpen] = useState(false)
  const [isThere, setThere] = useState(true)
  return (
    <>
      <h1 tabIndex={-1}>Pools</h1>
      {isThere && <button onClick={() => setOpen(true)}>Rename</button>}
      <Menu label="More">
        <MenuItem onPick={() => setOpen(true)}>Rename it</MenuItem>
      </Menu>
      {children({ open, onOpenChange: setOpen }, () => setThere(false))}
    </>
  )
}

const renaming = (opened: Opened) => (
  <Dialog title="Rename the pool" {...opened}>
    <input aria-label="Name" />
  </Dialog>
)

const focused = (role: string, name: string) =>
  waitFor(() => expect(document.activeElement).toBe(screen.getByRole(role, { name })))

test('a dialog that something else opens gives the focus back', async () => {
  await show(<Page>{renaming}</Page>)
  await userEvent.click(screen.getByRole('button', { name: 'Rename' }))
  await focused('textbox', 'Name')
  await userEvent.keyboard('{Escape}')
  await focused('button', 'Rename')
})

test('a dialog that a menu opens gives it back to the button of the menu', async () => {
  await show(<Page>{renaming}</Page>)
  await userEvent.tab()
  await userEvent.tab()
  await userEvent.keyboard('{Enter}')
  await focused('menuitem', 'Rename it')
  await userEvent.keyboard('{Enter}')
  await focused('textbox', 'Name')
  await userEvent.keyboard('{Escape}')
  await focused('button', 'More')
})

test('where that is gone, the page is read from its heading', async () => {
  const question = (opened: Opened, forget: () => void) => (
    <ConfirmDialog
      title="Remove the pool?"
      description="Nobody is written to."
      confirmLabel="Remove"
      onConfirm={async () => {
        await Promise.resolve()
        forget()
      }}
      {...opened}
    />
  )
  await show(<Page>{question}</Page>)
  await userEvent.click(screen.getByRole('button', { name: 'Rename' }))
  await userEvent.click(screen.getByRole('button', { name: 'Remove' }))
  await focused('heading', 'Pools')
})

test('a sheet is read from its title', async () => {
  const sheet = ({ open, onOpenChange }: Opened) =>
    open && (
      <SideSheet title="Keyboard shortcuts" onClose={() => onOpenChange(false)}>
        What is read beside the page.
      </SideSheet>
    )
  await show(<Page>{sheet}</Page>)
  await userEvent.click(screen.getByRole('button', { name: 'Rename' }))
  await focused('heading', 'Keyboard shortcuts')
  await userEvent.keyboard('{Escape}')
  await focused('button', 'Rename')
})
