import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { expect, test, vi } from 'vitest'

import { show } from '@/testing/page'

import { Palette } from './Palette'

const GROUPS = [
  {
    name: 'Do',
    items: [
      { id: 'new', label: 'New pool' },
      { id: 'leave', label: 'Sign out' },
    ],
  },
  { name: 'Go to', items: [{ id: 'today', label: 'Today' }] },
]

function Asked({ onPick, onBack }: { onPick?: (label: string) => void; onBack?: () => void }) {
  const [open, setOpen] = useState(false)
  const [query, setQuery] = useState('')
  return (
    <>
      <button type="button" onClick={() => setOpen(true)}>
        Find
      </button>
      {open && (
        <Palette
          label="Find or do anything"
          query={query}
          onQuery={setQuery}
          groups={GROUPS}
          onPick={({ label }) => onPick?.(label)}
          onClose={() => setOpen(false)}
          onBack={onBack}
        />
      )}
    </>
  )
}

const active = () => {
  const id = screen.getByRole('combobox').getAttribute('aria-activedescendant') ?? ''
  return document.getElementById(id)?.textContent
}

async function open(props: Parameters<typeof Asked>[0] = {}) {
  await show(<Asked {...props} />)
  await userEvent.click(screen.getByRole('button', { name: 'Find' }))
}

test('the field has the focus and names the line that Enter would pick', async () => {
  const onPick = vi.fn()
  await open({ onPick })
  expect(document.activeElement).toBe(screen.getByRole('combobox', { name: 'Find or do anything' }))
  expect(active()).toBe('New pool')
  await userEvent.keyboard('{ArrowDown}{ArrowDown}')
  expect(active()).toBe('Today')
  expect(screen.getByRole('option', { selected: true }).textContent).toBe('Today')
  await userEvent.keyboard('{Enter}')
  expect(onPick).toHaveBeenCalledWith('Today')
})

test('arrows go around the ends, across groups', async () => {
  await open()
  await userEvent.keyboard('{ArrowUp}')
  expect(active()).toBe('Today')
  await userEvent.keyboard('{ArrowDown}')
  expect(active()).toBe('New pool')
})

test('what is typed begins again at the best line', async () => {
  await open()
  await userEvent.keyboard('{ArrowDown}x')
  expect(active()).toBe('New pool')
})

test('Escape closes and gives the focus back', async () => {
  await open()
  await userEvent.keyboard('{Escape}')
  expect(screen.queryByRole('dialog')).toBeNull()
  await vi.waitFor(() => expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Find' })))
})

test('Backspace in an empty field goes back a question, and else takes a letter', async () => {
  const onBack = vi.fn()
  await open({ onBack })
  await userEvent.keyboard('a{Backspace}')
  expect(onBack).not.toHaveBeenCalled()
  await userEvent.keyboard('{Backspace}')
  expect(onBack).toHaveBeenCalledOnce()
})
