import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test } from 'vitest'

import { serve, show, showRouted } from '@/testing/page'

import { TokensPage } from './TokensPage'
import { type Token, tokenState } from './tokens'

const TOKEN: Token = {
  id: 't1',
  name: 'Campus',
  created_by: 'Ada',
  created_at: '2026-11-01T10:00:00Z',
  expires_at: '2027-02-01T10:00:00Z',
  revoked_at: null,
  used_at: null,
}

test('a new token shows its secret once', async () => {
  const asked = serve({
    'GET /api/tokens': () => [200, []],
    'POST /api/tokens': () => [201, { ...TOKEN, secret: 'fv_secret' }],
  })
  await show(<TokensPage />)
  const person = userEvent.setup()
  await screen.findByText('No tokens yet')
  await person.click(screen.getByRole('button', { name: 'New token' }))
  await person.click(screen.getByRole('button', { name: 'Make token' }))
  expect(screen.getByText('Write a name, so that you can tell the tokens apart.')).toBeDefined()
  await person.type(screen.getByLabelText('Name'), 'Campus')
  await person.selectOptions(screen.getByLabelText('Works for'), 'Until it is taken back')
  await person.click(screen.getByRole('button', { name: 'Make token' }))
  expect((await screen.findByTestId('secret')).textContent).toBe('fv_secret')
  expect(asked.find(({ what }) => what === 'POST /api/tokens')?.body).toEqual({
    name: 'Campus',
    expires_at: null,
  })
})

test('who may not manage tokens is told who may, and is offered nothing that would be refused', async () => {
  const asked = serve({})
  await showRouted(<TokensPage />, {
    may: ['candidates.read'],
    others_may: { 'tokens.manage': ['owner', 'admin'] },
  })
  expect((await screen.findByRole('alert')).textContent).toContain('It is open to owners and admins')
  expect(screen.getByRole('link', { name: 'Go to today' })).toBeDefined()
  expect(screen.queryByRole('button')).toBeNull()
  expect(asked).toEqual([])
})

test('a token can be taken back', async () => {
  const asked = serve({
    'GET /api/tokens': () => [200, [TOKEN]],
    'DELETE /api/tokens/t1': () => [204, null],
  })
  await show(<TokensPage />)
  const person = userEvent.setup()
  await person.click(await screen.findByRole('button', { name: 'Take back' }))
  await person.click(within(screen.getByRole('alertdialog')).getByRole('button', { name: 'Take back' }))
  await expect.poll(() => asked.some(({ what }) => what === 'DELETE /api/tokens/t1')).toBe(true)
})

test('a token works until it expires or is taken back', () => {
  const now = new Date('2026-12-01T00:00:00Z')
  expect(tokenState(TOKEN, now)).toBe('in_use')
  expect(tokenState(TOKEN, new Date('2027-02-01T10:00:00Z'))).toBe('expired')
  expect(tokenState({ ...TOKEN, revoked_at: '2026-11-02T10:00:00Z' }, now)).toBe('revoked')
})
