import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { beforeEach, expect, test, vi } from 'vitest'

import { Room, type WorkTab } from './Room'
import { show } from '@/testing/page'

const CODE: WorkTab = { value: 'code', label: 'Code', content: <p>the editor</p> }
const CARD: WorkTab = { value: 'scorecard', label: 'Scorecard', content: <p>the card</p> }

function room(tabs: readonly WorkTab[]) {
  return (
    <Room
      header={null}
      notices={null}
      stage={(small) => <p>{small ? 'small heads' : 'people'}</p>}
      beside={<p>attention</p>}
      tabs={tabs}
      talkLabel="Talk"
      proportions="talk"
      footer={null}
    />
  )
}

/** A room whose work changes when the button is pressed. */
function Changing({ from, to }: Record<'from' | 'to', readonly WorkTab[]>) {
  const [tabs, setTabs] = useState(from)
  return (
    <>
      <button onClick={() => setTabs(to)}>change</button>
      {room(tabs)}
    </>
  )
}

const change = () => userEvent.click(screen.getByRole('button', { name: 'change' }))

let wide = true

beforeEach(() => {
  localStorage.clear()
  wide = true
  vi.stubGlobal('matchMedia', () => ({
    matches: wide,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
  }))
})

const isChosen = (name: string) => screen.getByRole('tab', { name }).getAttribute('aria-selected') === 'true'

test('beside the talk the work is open, and people stay large', async () => {
  await show(room([CODE, CARD]))
  expect(isChosen('Code')).toBe(true)
  expect(screen.getByText('people')).toBeDefined()
})

test('on a narrow page the talk comes first, and people stay small above the work', async () => {
  wide = false
  await show(room([CODE, CARD]))
  expect(isChosen('Talk')).toBe(true)
  await userEvent.click(screen.getByRole('tab', { name: 'Code' }))
  expect(screen.getByText('small heads')).toBeDefined()
})

test('the view that was chosen is there again the next time', async () => {
  const { unmount } = await show(room([CODE, CARD]))
  await userEvent.click(screen.getByRole('tab', { name: 'Scorecard' }))
  unmount()
  await show(room([CODE, CARD]))
  expect(isChosen('Scorecard')).toBe(true)
})

test('people are the same element before and after there is work, so that sound never breaks off', async () => {
  await show(<Changing from={[]} to={[CODE]} />)
  const people = screen.getByText('people')
  await change()
  expect(screen.getByText('people')).toBe(people)
  expect(screen.getByText('the editor')).toBeDefined()
})

test('what is new in a view is marked until it was opened', async () => {
  wide = false
  await show(<Changing from={[CODE]} to={[{ ...CODE, news: 'Tide window' }]} />)
  await change()
  await userEvent.click(screen.getByRole('tab', { name: /Code\s*new/ }))
  await userEvent.click(screen.getByRole('tab', { name: 'Talk' }))
  expect(screen.queryByText('new')).toBeNull()
})
