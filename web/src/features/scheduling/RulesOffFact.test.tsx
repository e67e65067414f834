import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test } from 'vitest'

import { serve, show } from '@/testing/page'

import { talk } from './board/testing'
import { RulesOffFact } from './RulesOffFact'

const INTERVIEW = {
  ...talk('one', '2026-11-26T13:30:00Z', { state: 'invited' }),
  rules_off: ['eyes_closed'],
  switchable: ['look_away', 'absence', 'eyes_closed'],
} as const
const interview = { ...INTERVIEW, rules_off: [...INTERVIEW.rules_off], switchable: [...INTERVIEW.switchable] }
const SWITCH = 'PUT /api/interviews/one/rules-off'

const openDialog = async () => {
  await userEvent.setup().click(screen.getByRole('button', { name: 'Switch off or on' }))
  return within(screen.getByRole('dialog', { name: 'What is not counted for Cai' }))
}

test('what is off is said, and more can be switched off', async () => {
  const asked = serve({ [SWITCH]: () => [200, interview] })
  await show(<RulesOffFact interview={interview} />)
  expect(screen.getByText('Closed eyes')).toBeDefined()
  const dialog = await openDialog()
  expect(dialog.getAllByRole<HTMLInputElement>('checkbox').map(({ checked }) => checked)).toEqual([
    false,
    false,
    true,
  ])
  const user = userEvent.setup()
  await user.click(dialog.getByRole('checkbox', { name: 'Looking away' }))
  await user.click(dialog.getByRole('button', { name: 'Save' }))
  expect(asked).toContainEqual({ what: SWITCH, body: { rules: ['eyes_closed', 'look_away'] } })
  expect(screen.queryByRole('dialog')).toBeNull()
})

test('what the candidate agreed to stays, and the page says so', async () => {
  serve({ [SWITCH]: () => [409, { code: 'rule_agreed_off', params: { candidate: 'Cai' } }] })
  await show(<RulesOffFact interview={interview} />)
  const dialog = await openDialog()
  const user = userEvent.setup()
  await user.click(dialog.getByRole('checkbox', { name: 'Closed eyes' }))
  await user.click(dialog.getByRole('button', { name: 'Save' }))
  expect((await dialog.findByRole('alert')).textContent).toMatch(/agreed while this was not counted/)
})

test('where nothing is off that is said too, and nobody changes it once the talk has begun', async () => {
  await show(<RulesOffFact interview={{ ...interview, rules_off: [], state: 'live' }} />)
  expect(screen.getByText('Everything counts as usual.')).toBeDefined()
  expect(screen.queryByRole('button')).toBeNull()
})
