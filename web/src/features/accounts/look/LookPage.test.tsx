import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, test } from 'vitest'

import { serve, show, showRouted } from '@/testing/page'
import { takeOffLook } from '@/ui/wornLook'

import { LookPage } from './LookPage'

afterEach(takeOffLook)

test('a colour is chosen, worn at once, and given back by undo', async () => {
  const asked = serve({
    'PUT /api/look': (body) => [200, { ...(body as object), logo: null }],
  })
  await show(<LookPage />)
  const person = userEvent.setup()
  const field = screen.getByLabelText('Colour in hex')
  await person.clear(field)
  await person.type(field, '#FFD400')
  expect(screen.getByText(/In the light: the same hue, made darker/)).toBeDefined()
  expect(screen.getByText('In the dark: just as you chose it.')).toBeDefined()
  await person.click(screen.getByRole('button', { name: 'Use this colour' }))
  await expect.poll(() => document.getElementById('organisation-look')?.textContent).toContain('--accent')
  await person.click(await screen.findByRole('button', { name: 'Back to Fairview’s green' }))
  await expect.poll(() => asked.map(({ body }) => body)).toEqual([{ accent: '#ffd400' }, { accent: null }])
})

test('what is no colour is not sent', async () => {
  const asked = serve({})
  await show(<LookPage />)
  const person = userEvent.setup()
  await person.clear(screen.getByLabelText('Colour in hex'))
  await person.type(screen.getByLabelText('Colour in hex'), 'teal')
  await person.click(screen.getByRole('button', { name: 'Use this colour' }))
  expect(screen.getByText('Write # and six digits or letters from a to f.')).toBeDefined()
  expect(asked).toEqual([])
})

test('the logo is there with the name of whose it is, and can be removed', async () => {
  const asked = serve({
    'GET /api/logos/one': () => [200, {}],
    'DELETE /api/look/logo': () => [200, null],
  })
  const look = { accent: null, logo: { id: 'one', width: 96, height: 32 } }
  const organisation = { id: 'n', name: 'Northwind', zone: 'UTC', locale: 'en' as const, look }
  await show(<LookPage />, { organisation })
  const person = userEvent.setup()
  expect(screen.getByRole('img', { name: 'Northwind' })).toBeDefined()
  await person.click(screen.getByRole('button', { name: 'Remove' }))
  expect(await screen.findByText('None yet')).toBeDefined()
  expect(asked.map(({ what }) => what)).toEqual(['GET /api/logos/one', 'DELETE /api/look/logo'])
})

test('who may not change the look is told who may', async () => {
  await showRouted(<LookPage />, {
    may: ['candidates.read'],
    others_may: { 'look.manage': ['owner', 'admin'] },
  })
  expect((await screen.findByRole('alert')).textContent).toContain('It is open to owners and admins')
})

test('the language of letters is changed', async () => {
  const look = { accent: null, logo: null }
  const northwind = { id: 'n', name: 'Northwind', zone: 'UTC', locale: 'en' as const, look }
  const asked = serve({
    'PATCH /api/organisation': (body) => [
      200,
      { may: ['look.manage'], organisation: { ...northwind, ...(body as object) } },
    ],
  })
  await show(<LookPage />, { organisation: northwind })
  const languages = screen.getByLabelText<HTMLSelectElement>('Language of letters')
  await userEvent.selectOptions(languages, 'Deutsch')
  await expect.poll(() => languages.value).toBe('de')
  await userEvent.selectOptions(languages, 'English')
  await expect.poll(() => asked.map(({ body }) => body)).toEqual([{ locale: 'de' }, { locale: 'en' }])
})
