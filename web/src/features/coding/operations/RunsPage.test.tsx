import { screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'

import { serve, showRouted } from '@/testing/page'

import type { LiveRun, Runner, Running, Runs } from './queries'
import { RunsPage } from './RunsPage'

const NOW = '2026-11-22T10:00:00Z'
const RUNNER: Runner = {
  name: 'box-1a2b3c',
  since: '2026-11-22T09:30:00Z',
  seen_at: NOW,
  is_there: true,
  languages: ['python', 'go'],
  slots: 2,
  busy: 1,
  missing: [],
}
const WAITING: LiveRun = {
  id: 'r2',
  interview: { id: 'i2', title: 'Backend engineer', candidate: 'Noor' },
  language: 'go',
  purpose: 'tests',
  since: '2026-11-22T09:59:48Z',
  attempt: 1,
}
const RUNNING: Running = { ...WAITING, id: 'r1', interview: null, runner: 'box-1a2b3c', is_silent: false }
const QUIET: Runs = {
  now: NOW,
  runners: [],
  running: [],
  waiting: [],
  waiting_in_all: 0,
  ended: { verdicts: [], wait_ms_median: null, wait_ms_p95: null, begun_twice: 0, faults: [] },
}

const see = (runs: Partial<Runs>) => {
  serve({ 'GET /api/runs': () => [200, { ...QUIET, ...runs }] })
  return showRouted(<RunsPage />)
}
const part = async (name: string) => within(await screen.findByRole('region', { name }))

test('without a runner it says how to get one', async () => {
  await see({})
  expect(await screen.findByText(/fairview-runner/)).toBeDefined()
  expect(screen.getByText(/No runner is ready, so nothing can be run/)).toBeDefined()
  expect(screen.getByText('Nothing ended within the last hour.')).toBeDefined()
})

test('a runner is seen with what it can, or with what it lacks and how to get that', async () => {
  await see({
    runners: [
      RUNNER,
      { ...RUNNER, name: 'bare', languages: [], missing: ['no_seccomp'] },
      { ...RUNNER, name: 'late', is_there: false, seen_at: '2026-11-22T09:59:15Z' },
    ],
  })
  const [, box, bare, late] = (await part('Runners')).getAllByRole('row')
  expect(box?.textContent).toMatch(/ready.*1 of 2.*10:30.*Python and Go/)
  expect(bare?.textContent).toMatch(/cannot run.*cannot filter system calls.*apt-get install -y libseccomp2/)
  expect(late?.textContent).toMatch(/gone.*heard 45 sec ago/)
})

test('what runs and what waits is seen, in order, and whose it is unless that is of others', async () => {
  await see({
    runners: [RUNNER],
    running: [{ ...RUNNING, attempt: 2 }],
    waiting: [WAITING, { ...WAITING, id: 'r3' }],
    waiting_in_all: 60,
  })
  expect((await part('Running')).getAllByRole('row')[1]?.textContent).toMatch(
    /Another organisation.*Go.*12 sec.*box-1a2b3c.*second try/,
  )
  const line = await part('In line')
  expect(line.getAllByRole('row')[1]?.textContent).toMatch(/1Noor Backend engineer.*Hidden tests.*12 sec/)
  expect(line.getAllByRole('link', { name: 'Noor' })[0]?.getAttribute('href')).toBe('/interviews/i2')
  expect(line.getByText('58 more wait.')).toBeDefined()
  expect(screen.getByText('One runner is ready. One program runs, and 60 wait.')).toBeDefined()
})

test('a run whose runner is silent is marked', async () => {
  await see({ running: [{ ...RUNNING, is_silent: true }] })
  expect((await part('Running')).getByText('runner is silent')).toBeDefined()
})

test('the last hour is told in numbers, our faults with theirs', async () => {
  const fault = { id: 'r9', interview: null, at: NOW, incident: 'c0ffee00', reason: '' }
  await see({
    ended: {
      verdicts: [
        { verdict: 'AC', count: 40 },
        { verdict: 'IE', count: 1 },
      ],
      wait_ms_median: 240,
      wait_ms_p95: 12_000,
      begun_twice: 3,
      faults: [fault],
    },
  })
  const hour = await part('The last hour')
  const figures = hour.getAllByRole('definition').map((one) => one.textContent)
  expect(figures).toEqual(['41', '0.2 sec', '12 sec', '3'])
  expect(hour.getAllByRole('listitem').map((one) => one.textContent)).toEqual([
    '40Right, or ended well',
    '1Could not be run: our fault',
  ])
  expect(hour.getByText('c0ffee00')).toBeDefined()
})

test('where no answer comes, that is said', async () => {
  serve({ 'GET /api/runs': () => [500, { code: 'internal' }] })
  await showRouted(<RunsPage />)
  await waitFor(() => expect(screen.getByRole('alert')).toBeDefined())
  expect(screen.getByRole('button', { name: 'Try again' })).toBeDefined()
})

test('who may not see them is told who may, and nothing is asked', async () => {
  const asked = serve({})
  await showRouted(<RunsPage />, {
    may: ['candidates.read'],
    others_may: { 'runners.read': ['owner', 'admin'] },
  })
  expect((await screen.findByRole('alert')).textContent).toContain('It is open to owners and admins')
  expect(asked).toEqual([])
})
