import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { expect, test } from 'vitest'

import { show } from '@/testing/page'

import { Banner } from './Banner'

function Page() {
  const [isLost, setLost] = useState(false)
  return (
    <>
      <Banner action={<button>Try again</button>}>{isLost && 'No answer.'}</Banner>
      <button onClick={() => setLost(true)}>Lose it</button>
    </>
  )
}

test('its place is there before its words, so that they are read aloud when they come', async () => {
  await show(<Page />)
  const place = screen.getByRole('status')
  expect(place.textContent).toBe('')
  await userEvent.click(screen.getByRole('button', { name: 'Lose it' }))
  expect(place.textContent).toContain('No answer.')
  expect(screen.getByRole('button', { name: 'Try again' })).toBeDefined()
})

test('what can be done goes with what is so', async () => {
  await show(<Banner action={<button>Try again</button>}>{false}</Banner>)
  expect(screen.queryByRole('button')).toBeNull()
})
