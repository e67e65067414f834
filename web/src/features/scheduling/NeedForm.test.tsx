import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test, vi } from 'vitest'

import { FairviewProblem } from '@/api/problem'
import { show } from '@/testing/page'

import { NeedForm } from './NeedForm'
import type { TellNeed } from './visit'

const form = (onTell: TellNeed) => (
  <NeedForm organisation="Northwind Hospital" kind="adjustment" onTell={onTell} />
)
const words = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Your message' })
const send = () => userEvent.setup().click(screen.getByRole('button', { name: 'Send to Northwind Hospital' }))

test('it says who reads it, and sends what was written', async () => {
  const tell = vi.fn<TellNeed>(() => Promise.resolve())
  await show(form(tell))
  expect(screen.getByText(/who plan interviews read it, not those you will talk with/)).toBeDefined()
  await userEvent.type(words(), '  A break after half an hour, please. ')
  await send()
  expect(tell).toHaveBeenCalledWith('adjustment', 'A break after half an hour, please.')
  expect((await screen.findByRole('status')).textContent).toBe('It has arrived. The answer comes by e-mail.')
  expect(words().value).toBe('')
})

test('nothing is sent without words', async () => {
  const tell = vi.fn<TellNeed>(() => Promise.resolve())
  await show(form(tell))
  await send()
  expect(tell).not.toHaveBeenCalled()
  expect(words().getAttribute('aria-invalid')).toBe('true')
  expect(screen.getByText('There are no words in it yet.')).toBeDefined()
})

test('what could not be sent stays, with the reason', async () => {
  const problem = new FairviewProblem({ code: 'needs_waiting', status: 429, params: { count: 3 } })
  await show(form(() => Promise.reject(problem)))
  await userEvent.type(words(), 'And a fourth thing')
  await send()
  expect(await screen.findByText(/They have 3 messages of yours/)).toBeDefined()
  expect(words().value).toBe('And a fourth thing')
})
