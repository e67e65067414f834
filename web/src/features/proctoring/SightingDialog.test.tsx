import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test } from 'vitest'

import { serve, show } from '@/testing/page'

import { SightingDialog } from './SightingDialog'

test('what an interviewer sees is noted with their words', async () => {
  const asked = serve({ 'POST /api/rooms/r1/sightings': () => [204, null] })
  await show(<SightingDialog roomSession="r1" without={[]} />)
  const person = userEvent.setup()
  await person.click(screen.getByRole('button', { name: 'I see something' }))
  await person.click(screen.getByRole('radio', { name: 'A book or paper' }))
  await person.type(screen.getByLabelText('Note (optional)'), 'on the desk')
  await person.click(screen.getByRole('button', { name: 'Note it' }))
  expect(asked.at(-1)).toEqual({
    what: 'POST /api/rooms/r1/sightings',
    body: { rule: 'book', note: 'on the desk' },
  })
})

test('before the start it says why it cannot be noted', async () => {
  serve({ 'POST /api/rooms/r1/sightings': () => [409, { code: 'talk_not_live' }] })
  await show(<SightingDialog roomSession="r1" without={[]} />)
  const person = userEvent.setup()
  await person.click(screen.getByRole('button', { name: 'I see something' }))
  await person.click(screen.getByRole('button', { name: 'Note it' }))
  expect((await screen.findByRole('alert')).textContent).toContain('while the interview goes on')
})

test('what was switched off for the candidate is not offered', async () => {
  await show(<SightingDialog roomSession="r1" without={['phone', 'look_away']} />)
  await userEvent.setup().click(screen.getByRole('button', { name: 'I see something' }))
  expect(screen.queryByRole('radio', { name: 'A phone' })).toBeNull()
  expect(screen.getByRole('radio', { name: 'A book or paper' }).getAttribute('aria-checked')).toBe('true')
})

test('where all of it was switched off nothing can be noted', async () => {
  await show(<SightingDialog roomSession="r1" without={['phone', 'book', 'device']} />)
  expect(screen.queryByRole('button')).toBeNull()
})
