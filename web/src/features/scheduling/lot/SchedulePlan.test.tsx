import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, test, vi } from 'vitest'

import { serve, showRouted } from '@/testing/page'

import { recallPlan } from './planMemory'
import type { LotInterviews, LotPlan } from './queries'
import { SchedulePlan } from './SchedulePlan'

const LOT = { lot_id: 'spring', name: 'Spring · 1', candidates: 1, planned: 0 } as LotInterviews
const ADA = { id: 'ada', name: 'Ada', email: 'ada@northwind.example' }
const PLAN: LotPlan = {
  rows: [
    {
      candidate: { id: 'cai', name: 'Cai', email: 'cai@example.org', zone: 'Asia/Tokyo' },
      date: '2127-03-04',
      time: '09:00',
      fold: null,
      starts_at: '2127-03-04T08:00:00Z',
      interviewers: [ADA],
      problems: [],
    },
  ],
  left_out: [],
  planned: 0,
  left_over: 0,
}

beforeEach(() => sessionStorage.clear())

async function showPlan() {
  serve({
    'GET /api/people': () => [200, [{ ...ADA, role: 'admin' }]],
    'POST /api/lots/spring/plan': () => [200, PLAN],
    'POST /api/lots/spring/plan/check': () => [200, { ...PLAN, rows: [] }],
    'POST /api/lots/spring/interviews': () => [201, { ...LOT, planned: 1 }],
  })
  const onPlanned = vi.fn()
  const router = await showRouted(<SchedulePlan lot={LOT} onPlanned={onPlanned} onBack={undefined} />)
  const title = await screen.findByRole<HTMLInputElement>('textbox', { name: 'For' }).catch(() => undefined)
  return { router, title, onPlanned, person: userEvent.setup() }
}

async function typesTitle({ title, person }: Awaited<ReturnType<typeof showPlan>>) {
  if (!title) throw new Error('no form')
  await person.type(title, 'Ward nurse')
}

async function proposes(shown: Awaited<ReturnType<typeof showPlan>>) {
  await typesTitle(shown)
  await shown.person.type(screen.getByLabelText('First day'), '2127-03-04')
  await shown.person.click(screen.getByRole('button', { name: 'Propose times' }))
  await screen.findByText('Cai')
}

test('nothing is asked or kept before something was done', async () => {
  const { router } = await showPlan()
  await router.navigate({ to: '/elsewhere' as never })
  expect(router.state.location.pathname).toBe('/elsewhere')
  expect(recallPlan('ada', 'spring')).toBeUndefined()
})

test('a plan that was begun is not left without asking', async () => {
  const shown = await showPlan()
  await typesTitle(shown)
  void shown.router.navigate({ to: '/elsewhere' as never })
  const asked = await screen.findByRole('alertdialog', { name: 'Leave this plan?' })
  await shown.person.click(within(asked).getByRole('button', { name: 'Stay' }))
  expect(shown.router.state.location.pathname).toBe('/')
  void shown.router.navigate({ to: '/elsewhere' as never })
  await shown.person.click(await screen.findByRole('button', { name: 'Leave' }))
  await vi.waitFor(() => expect(shown.router.state.location.pathname).toBe('/elsewhere'))
})

test('a reload brings back the plan as it was changed, and one can start over', async () => {
  const before = await showPlan()
  await proposes(before)
  await before.person.click(screen.getByRole('button', { name: 'Take Cai out of the plan' }))
  document.body.replaceChildren()

  const { person } = await showPlan()
  expect(screen.getByText('Nobody is left in this plan')).toBeDefined()
  await person.click(screen.getByRole('button', { name: 'Start over' }))
  await person.click(within(screen.getByRole('alertdialog')).getByRole('button', { name: 'Start over' }))
  expect((await screen.findByRole<HTMLInputElement>('textbox', { name: 'For' })).value).toBe('')
  expect(screen.queryByText('This is what you had begun here.')).toBeNull()
  expect(recallPlan('ada', 'spring')).toBeUndefined()
})

test('what is planned is not kept', async () => {
  const shown = await showPlan()
  await proposes(shown)
  expect(recallPlan('ada', 'spring')).toBeDefined()
  await shown.person.click(screen.getByRole('button', { name: 'Plan without inviting' }))
  await vi.waitFor(() => expect(shown.onPlanned).toHaveBeenCalled())
  expect(recallPlan('ada', 'spring')).toBeUndefined()
})

test('what another person began in this tab is theirs', async () => {
  const shown = await showPlan()
  await typesTitle(shown)
  expect(recallPlan('rhea', 'spring')).toBeUndefined()
  expect(recallPlan('ada', 'spring')?.draft.title).toBe('Ward nurse')
})
