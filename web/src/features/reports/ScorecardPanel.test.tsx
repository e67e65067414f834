import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test, vi } from 'vitest'

import { ScorecardPanel } from './ScorecardPanel'
import { serve, show } from '@/testing/page'

const competency = (key: string, title: string) => ({
  key,
  title,
  sentence: `${title}, in a sentence.`,
  levels: ['Not there.', 'With help.', 'Alone.', 'Unasked.'],
})

const EMPTY = {
  rubric: {
    reference: 'standard@1',
    title: 'A talk',
    competencies: [competency('testing', 'Testing'), competency('explanations', 'Clear explanations')],
  },
  ratings: {},
  notes: [],
  recommendation: null,
  closing: '',
  version: 0,
  saved_at: null,
  submitted_at: null,
  submitted_version: null,
}

/** A desk that keeps what it is sent. */
function desk() {
  let card: typeof EMPTY & Record<string, unknown> = EMPTY
  return serve({
    'GET /api/scorecards/r': () => [200, card],
    'PUT /api/scorecards/r': (body) => {
      card = { ...card, ...(body as object), version: card.version + 1 }
      return [200, card]
    },
    'POST /api/scorecards/r/submit': () => [200, { ...card, submitted_version: card.version }],
  })
}

const group = (name: string) => screen.getByRole('group', { name })

async function open(nowMs: () => number | null = () => 273_000) {
  const asked = desk()
  const onSubmitted = vi.fn()
  await show(<ScorecardPanel roomSession="r" nowMs={nowMs} onSubmitted={onSubmitted} />)
  await screen.findByText('Testing')
  return { asked, onSubmitted, person: userEvent.setup() }
}

test('one key rates the competency that has the focus, and its meaning is said', async () => {
  const { person } = await open()
  group('Testing').focus()
  await person.keyboard('3')
  expect(within(group('Testing')).getByText('Alone.')).toBeDefined()
  expect(within(group('Testing')).getByRole('radio', { checked: true }).textContent).toBe('3')
  await person.keyboard('0')
  expect(within(group('Testing')).getByRole('radio', { checked: true }).textContent).toBe('Not seen')
})

test('N adds a note on this moment, and what is typed in it rates nothing', async () => {
  const { person, asked } = await open()
  group('Testing').focus()
  await person.keyboard('n')
  await person.type(screen.getByLabelText('Note at 4:33'), 'Asked 4 times.')
  expect(within(group('Testing')).queryByRole('radio', { checked: true })).toBeNull()
  await person.keyboard('{Escape}')
  expect(document.activeElement).toBe(group('Testing'))
  await waitFor(() =>
    expect(asked.at(-1)?.body).toMatchObject({
      version: 0,
      notes: [{ competency: 'testing', at_ms: 273_000, text: 'Asked 4 times.' }],
    }),
  )
})

test('a note that stays empty goes by itself, and outside the talk it is about no moment', async () => {
  const { person } = await open(() => null)
  group('Testing').focus()
  await person.keyboard('n')
  expect(screen.getByLabelText('Note')).toBe(document.activeElement)
  await person.tab()
  await person.click(screen.getByText('Scorecard'))
  expect(screen.queryByLabelText('Note')).toBeNull()
})

test('only a whole card can be submitted, and what was submitted is what is on the page', async () => {
  const { person, asked, onSubmitted } = await open()
  expect(screen.getByRole('button', { name: 'Submit' })).toHaveProperty('disabled', true)
  for (const name of ['Testing', 'Clear explanations']) {
    group(name).focus()
    await person.keyboard('4')
  }
  await person.click(screen.getByRole('radio', { name: 'Strong yes' }))
  await person.click(screen.getByRole('button', { name: 'Submit' }))
  await waitFor(() => expect(onSubmitted).toHaveBeenCalled())
  expect(asked.findLast(({ what }) => what.startsWith('PUT'))?.body).toMatchObject({
    ratings: { testing: 4, explanations: 4 },
    recommendation: 'strong_yes',
  })
  expect(asked.at(-1)).toMatchObject({ what: 'POST /api/scorecards/r/submit', body: { version: 1 } })
})

test('a choice is taken back by Undo', async () => {
  const { person } = await open()
  group('Testing').focus()
  await person.keyboard('1')
  await person.click(screen.getByRole('button', { name: 'Undo' }))
  expect(within(group('Testing')).queryByRole('radio', { checked: true })).toBeNull()
})
