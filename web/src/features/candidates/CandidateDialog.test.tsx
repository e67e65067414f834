import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test, vi } from 'vitest'

import { serve, show } from '@/testing/page'

import { CandidateDialog } from './CandidateDialog'

const CAI = {
  name: 'Cai',
  email: 'cai@mail.example',
  zone: 'Europe/Lisbon',
  locale: '' as const,
  phone: '',
  note: '',
}

test('a duplicate is refused beside the address, and what was typed stays', async () => {
  serve({ 'POST /api/candidates': () => [409, { code: 'candidate_exists', params: {} }] })
  await show(<CandidateDialog open name="Cai" />)
  const address = screen.getByRole<HTMLInputElement>('textbox', { name: 'E-mail address' })
  await userEvent.type(address, 'cai@mail.example{Enter}')
  expect(await screen.findByText('There is already a candidate with this e-mail address.')).toBeDefined()
  expect(address.getAttribute('aria-invalid')).toBe('true')
  expect(address.value).toBe('cai@mail.example')
})

test('nothing is sent while something is missing', async () => {
  const asked = serve({})
  await show(<CandidateDialog open />)
  await userEvent.click(screen.getByRole('button', { name: 'Add candidate' }))
  expect(screen.getByText('Write the address that the invitation goes to.')).toBeDefined()
  expect(asked).toEqual([])
})

test('a change sends the details and nothing else', async () => {
  const cai = { ...CAI, id: 'cai', created_at: '2026-11-20T10:00:00Z', interviews: 1 }
  const asked = serve({ 'PATCH /api/candidates/cai': (body) => [200, { ...cai, ...(body as object) }] })
  const onSaved = vi.fn()
  await show(<CandidateDialog open candidate={cai} onSaved={onSaved} />)
  await userEvent.type(screen.getByRole('textbox', { name: 'Phone, if known' }), '+351 912')
  await userEvent.click(screen.getByRole('button', { name: 'Save' }))
  await vi.waitFor(() => expect(onSaved).toHaveBeenCalledOnce())
  expect(asked).toEqual([{ what: 'PATCH /api/candidates/cai', body: { ...CAI, phone: '+351 912' } }])
})

test('the language of letters is the organisation’s until another is chosen', async () => {
  const asked = serve({ 'POST /api/candidates': (body) => [201, body] })
  await show(<CandidateDialog open name="Cai" />)
  await userEvent.type(screen.getByRole('textbox', { name: 'E-mail address' }), 'cai@mail.example')
  const languages = screen.getByRole<HTMLSelectElement>('combobox', { name: 'Language of letters' })
  expect([...languages.options].map((option) => option.label)).toEqual([
    'As we usually write: English',
    'English',
    'Deutsch',
    'العربية',
  ])
  await userEvent.selectOptions(languages, 'Deutsch')
  await userEvent.click(screen.getByRole('button', { name: 'Add candidate' }))
  await vi.waitFor(() => expect(asked[0]?.body).toMatchObject({ name: 'Cai', locale: 'de' }))
})
