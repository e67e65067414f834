import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test, vi } from 'vitest'

import { serve, showRouted } from '@/testing/page'

import type { Pool } from '../queries'
import { FileStep } from './FileStep'
import type { Import, Row } from './queries'
import { RunStep } from './RunStep'

const POOL: Pool = {
  id: 'spring',
  name: 'Spring',
  columns: [],
  members: 0,
  created_at: '2026-11-20T10:00:00Z',
  archived_at: null,
  upload_limit_mb: 1,
}
const RUN: Import = {
  id: 'run',
  pool_id: 'spring',
  pool_name: 'Spring',
  file_name: 'nurses.csv',
  encoding: 'cp1252',
  delimiter: ';',
  sheet: '',
  state: 'read',
  problem: '',
  problem_params: {},
  header: 1,
  columns: [
    { title: 'Who', name: 'Who', role: 'extra', samples: ['Cai Moreno'] },
    { title: 'E-Mail', name: 'E-Mail', role: 'email', samples: ['cai@mail.example'] },
  ],
  zone: '',
  rows: 3,
  handled: 0,
  total: 3,
  created: 0,
  merged: 0,
  bad: 0,
  kept: 0,
  can_undo: false,
  created_by: 'Ada',
  created_at: '2026-11-20T10:00:00Z',
  done_at: null,
}
const CHECKED: Import = { ...RUN, state: 'checked', created: 1, bad: 2, handled: 3 }
const DONE: Import = { ...CHECKED, state: 'done', can_undo: true }
const BAD: Row = {
  number: 4,
  state: 'bad',
  details: { name: 'Dov', email: 'dov at mail' },
  values: {},
  cells: ['Dov', 'dov at mail'],
  problems: [{ code: 'email_invalid', params: { value: 'dov at mail' } }],
}
const rows = () => [200, { items: [BAD], total: 1, page: 1, pages: 1 }] as [number, unknown]

async function showStep(run: Import, answers: Parameters<typeof serve>[0] = {}) {
  const asked = serve({ 'GET /api/imports/run/rows': rows, ...answers })
  await showRouted(<RunStep run={run} pool={POOL} />)
  return asked
}

test('a guess is corrected, and the whole of it is sent', async () => {
  const asked = await showStep(RUN, { 'PUT /api/imports/run/columns': () => [200, CHECKED] })
  expect(await screen.findByText('3 rows. Read as Windows-1252, divided by semicolons.')).toBeDefined()
  await userEvent.selectOptions(screen.getByRole('combobox', { name: 'What Who is' }), 'Name')
  await userEvent.click(screen.getByRole('button', { name: 'Look it over' }))
  await vi.waitFor(() =>
    expect(asked.map(({ body }) => body)).toEqual([
      { roles: ['name', 'email'], names: [null, null], header: 1, zone: 'Europe/Berlin' },
    ]),
  )
})

test('a further column can be called something else, but not nothing', async () => {
  const asked = await showStep(RUN, { 'PUT /api/imports/run/columns': () => [200, CHECKED] })
  const name = await screen.findByRole('textbox', { name: 'What the pool calls Who' })
  await userEvent.clear(name)
  await userEvent.click(screen.getByRole('button', { name: 'Look it over' }))
  expect(screen.getByText('Say what the pool is to call “Who”, or leave it out.')).toBeDefined()
  expect(asked).toEqual([])
  await userEvent.type(name, 'Contact')
  await userEvent.click(screen.getByRole('button', { name: 'Look it over' }))
  await vi.waitFor(() => expect(asked[0]?.body).toMatchObject({ names: ['Contact', null] }))
})

test('columns that cannot be are refused in words', async () => {
  const problem = { code: 'column_role_twice', params: { first: 'Who', second: 'E-Mail' }, field: 'roles' }
  await showStep(RUN, { 'PUT /api/imports/run/columns': () => [422, problem] })
  await userEvent.click(await screen.findByRole('button', { name: 'Look it over' }))
  expect((await screen.findByRole('alert')).textContent).toContain('“Who” and “E-Mail” cannot both be that.')
})

test('each bad row is shown with its reason before anything is written', async () => {
  const asked = await showStep(CHECKED, { 'POST /api/imports/run/run': () => [200, DONE] })
  expect(await screen.findByText('“dov at mail” is not an e-mail address.')).toBeDefined()
  const file = screen.getByRole('link', { name: 'download the rows to correct' })
  expect(file.getAttribute('href')).toBe('/api/imports/run/problems.csv')
  expect(asked.filter(({ what }) => what.startsWith('POST'))).toEqual([])
  await userEvent.click(screen.getByRole('button', { name: 'Bring in 1 row' }))
  await vi.waitFor(() => expect(asked.map(({ what }) => what)).toContain('POST /api/imports/run/run'))
})

test('everything that is wrong with a row is said', async () => {
  const problems = [...BAD.problems, { code: 'name_missing', params: {} }]
  await showStep(CHECKED, {
    'GET /api/imports/run/rows': () => [200, { items: [{ ...BAD, problems }], total: 1, page: 1, pages: 1 }],
  })
  expect(await screen.findByText('“dov at mail” is not an e-mail address.')).toBeDefined()
  expect(screen.getByText(/There is no name/)).toBeDefined()
})

test('where no row is good there is nothing to bring in', async () => {
  await showStep({ ...CHECKED, created: 0 })
  const write = await screen.findByRole<HTMLButtonElement>('button', { name: 'Nothing to bring in' })
  expect(write.disabled).toBe(true)
})

test('undoing asks first, and says what stays', async () => {
  const asked = await showStep(DONE, { 'POST /api/imports/run/undo': () => [200, DONE] })
  await userEvent.click(await screen.findByRole('button', { name: 'Undo this import' }))
  const dialog = await screen.findByRole('alertdialog')
  expect(dialog.textContent).toContain('What somebody has changed or used since stays.')
  await userEvent.click(within(dialog).getByRole('button', { name: 'Undo this import' }))
  await vi.waitFor(() => expect(asked.map(({ what }) => what)).toContain('POST /api/imports/run/undo'))
})

test('a file that could not be read says why, what is safe, and what to do', async () => {
  await showStep({ ...RUN, state: 'failed', problem: 'too_many_rows', problem_params: { limit: 300000 } })
  const alert = await screen.findByRole('alert')
  expect(alert.textContent).toContain('more than 300,000 rows')
  expect(alert.textContent).toContain('Nothing was written')
  expect(within(alert).getByRole('link', { name: 'Choose another file' })).toBeDefined()
})

test('work that goes on says how far it is', async () => {
  await showStep({ ...CHECKED, state: 'running', handled: 2 })
  expect((await screen.findByRole('progressbar')).getAttribute('aria-valuetext')).toBe('2 of 3 rows')
})

test.each([
  ['larger than the server takes', 2 * 2 ** 20, 'This file is larger than 1 MB'],
  ['empty', 0, 'There is no candidate in this file'],
])('a file that is %s is refused before it is sent', async (_what, size, said) => {
  const asked = serve({})
  await showRouted(<FileStep pool={POOL} onUploaded={vi.fn()} />)
  const file = new File([new Uint8Array(size)], 'people.csv')
  await userEvent.upload(await screen.findByLabelText(/Choose a file/), file)
  expect((await screen.findByRole('alert')).textContent).toContain(said)
  expect(asked).toEqual([])
})
