import { fireEvent, screen, within } from '@testing-library/react'
import { beforeEach, expect, test } from 'vitest'

import type { ReportDocument } from '@/api/messages'
import { serve, show } from '@/testing/page'

import { Happenings } from './Happenings'
import { useReading } from './reading'
import { ReportRibbon } from './ReportRibbon'
import { ScoreSum } from './ScoreSum'
import type { ReportIncident } from './words'

const NO_ACT = () => undefined

const moment = (rule: string, second: number, unlike: Partial<ReportIncident> = {}): ReportIncident =>
  ({
    id: `${rule}-${second}`,
    rule,
    reason: 'looked_left',
    started_ms: second * 1000,
    raised_ms: second * 1000 + 5000,
    ended_ms: second * 1000 + 6000,
    severity_pm: 100,
    review: 'open',
    note: '',
    points: 1,
    uncertainty_ms: 2,
    ...unlike,
  }) as ReportIncident

const rule = (name: string, points: number, counting: number) => ({
  rule: name,
  threshold_ms: 5000,
  found: counting,
  confirmed: 0,
  dismissed: 0,
  counting,
  weight: 1,
  cap: 20,
  points,
  capped: false,
})

function report(incidents: ReportIncident[], text?: { first: number; last: number }) {
  const looks = incidents.filter((one) => one.rule === 'look_away' && one.review !== 'dismissed')
  const code = text && [
    { texts: [{ document: 'd', first_edit_ms: text.first, last_edit_ms: text.last }], runs: [] },
  ]
  return {
    started_us: Date.UTC(2026, 10, 21, 12) * 1000,
    duration_ms: 1_500_000,
    facts: { room_session: 'r', zone: 'UTC' },
    policy: {
      name: 'standard',
      version: 3,
      rules: { look_away: { threshold_ms: 5000, weight: 1, cap: 20, counts: 'unless_dismissed' } },
    },
    outcome: {
      score: 100 - looks.length,
      reason: null,
      watched_by: '',
      gaps: [],
      incidents,
      rules: [rule('look_away', looks.length, looks.length)],
    },
    silences: [],
    code: code ?? [],
  } as unknown as ReportDocument
}

function Part({ of }: { of: ReportDocument }) {
  const reading = useReading(of.outcome.incidents)
  return (
    <>
      <ReportRibbon report={of} reading={reading} />
      <ScoreSum report={of} reading={reading} />
      <Happenings report={of} reading={reading} onReviewed={NO_ACT} />
    </>
  )
}

const two = () => [
  moment('look_away', 60, { note: 'A second screen, as agreed.' }),
  moment('look_away', 120, { review: 'dismissed', points: 0 }),
]
const button = (name: RegExp) => screen.getByRole('button', { name })
/** The line of a moment, and not its mark on the ribbon. */
function line(id: string): HTMLElement {
  const found = document.querySelector<HTMLElement>(`#moment-${id} button`)
  if (!found) throw new Error(`no line of ${id}`)
  return found
}

beforeEach(() => {
  history.replaceState(null, '', '/')
  serve({
    'GET /api/rules/measured': () => [
      200,
      { look_away: { precision_pm: 900, recall_pm: 700, sample: 'clips', weaker: 'Glasses.' } },
    ],
  })
})

test('an addend opens to its rule, how right that is, and the moments that count', async () => {
  await show(<Part of={report(two())} />)
  const addend = button(/^1: One look away/)
  expect(addend.getAttribute('aria-expanded')).toBe('false')
  expect(screen.queryByRole('region', { name: 'Looks away' })).toBeNull()
  fireEvent.click(addend)
  const opened = within(screen.getByRole('region', { name: 'Looks away' }))
  expect(opened.getByText(/longer than 5 s. Each takes 1 off, all together 20 at most/)).toBeDefined()
  expect(await opened.findByText(/about 9 were right/)).toBeDefined()
  expect(opened.getAllByRole('link').map((link) => link.textContent)).toEqual(['1:00 Looked away for 6 s'])
})

test('a moment of the sum leads to what was measured, and the address names it', async () => {
  await show(<Part of={report(two())} />)
  fireEvent.click(button(/^1: One look away/))
  fireEvent.click(screen.getByRole('link', { name: /^1:00/ }))
  expect(document.activeElement?.textContent).toContain('Looked away for 6 s')
  expect(document.activeElement?.getAttribute('aria-expanded')).toBe('true')
  expect(location.hash).toBe('#moment-look_away-60')
  const facts = line('look_away-60').closest('li')?.textContent
  expect(facts).toContain('From 1:00 to 1:06: 6 s. Long enough to be noted at 1:05.')
  expect(facts).toContain('These times are right to ±2 ms.')
  expect(facts).toContain('look_away-60')
  expect(facts).toContain('no picture and no sound is kept, and no code was being written')
})

test('an address that names a moment opens it', async () => {
  history.replaceState(null, '', '/#moment-look_away-120')
  await show(<Part of={report(two())} />)
  expect(line('look_away-120').textContent).toContain('Dismissed by a person')
  expect(line('look_away-120').getAttribute('aria-expanded')).toBe('true')
  expect(line('look_away-60').getAttribute('aria-expanded')).toBe('false')
})

test('what is folded is left for the search of the browser, which opens it', async () => {
  const { container } = await show(<Part of={report(two())} />)
  const folded = container.querySelector('#moment-look_away-60-facts')
  expect(folded?.getAttribute('hidden')).toBe('until-found')
  if (folded) fireEvent(folded, new Event('beforematch'))
  expect(folded?.hasAttribute('hidden')).toBe(false)
  expect(line('look_away-60').getAttribute('aria-expanded')).toBe('true')
})

test('arrows go from mark to mark on the ribbon, which is one stop for the tab key', async () => {
  await show(<Part of={report([...two(), moment('look_away', 240)])} />)
  const marks = within(screen.getByRole('group')).getAllByRole('button')
  const [first, , last] = marks as [HTMLElement, HTMLElement, HTMLElement]
  const stops = () => marks.map((mark) => mark.tabIndex)
  expect(stops()).toEqual([0, -1, -1])
  first.focus()
  fireEvent.keyDown(first, { key: 'ArrowRight' })
  expect(document.activeElement).toBe(marks[1])
  fireEvent.keyDown(document.activeElement ?? first, { key: 'End' })
  expect(document.activeElement).toBe(last)
  expect(stops()).toEqual([-1, -1, 0])
  fireEvent.keyDown(last, { key: 'ArrowRight' })
  expect(document.activeElement).toBe(last)
  fireEvent.click(last)
  expect(document.activeElement?.textContent).toContain('4:00')
})

test('code that was being written can be played from that second', async () => {
  await show(<Part of={report(two(), { first: 30_000, last: 90_000 })} />)
  fireEvent.click(line('look_away-60'))
  expect(button(/Replay the code from 1:00/)).toBeDefined()
})

test('very many moments are folded by kind', async () => {
  const many = Array.from({ length: 24 }, (_, index) => moment('look_away', 10 * index))
  const { container } = await show(<Part of={report(many)} />)
  const kind = container.querySelector<HTMLElement>('[aria-controls=kind-look_away]') ?? container
  expect(kind.textContent).toBe('Looks away 24 moments, 24 off')
  const folded = container.querySelector('#kind-look_away')
  expect(folded?.getAttribute('hidden')).toBe('until-found')
  fireEvent.click(kind)
  expect(kind.getAttribute('aria-expanded')).toBe('true')
  expect(folded?.hasAttribute('hidden')).toBe(false)
  expect(folded?.querySelectorAll('li[data-rule]').length).toBe(24)
})
