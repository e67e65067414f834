import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, test } from 'vitest'

import { Divider } from './Divider'
import { LARGEST_SHARE, SHARES, useShare } from './layouts/useShare'
import { show } from '@/testing/page'

function Split() {
  const [share, setShare] = useShare('talk')
  return <Divider share={share} onShare={setShare} />
}

const border = () => screen.getByRole('separator', { name: 'Width of the picture' })
const width = () => Number(border().getAttribute('aria-valuenow'))

beforeEach(() => localStorage.clear())

test('the arrow keys move the border, Enter puts it back, and it is kept', async () => {
  const { unmount } = await show(<Split />)
  const person = userEvent.setup()
  border().focus()
  await person.keyboard('{ArrowRight}{ArrowRight}')
  expect(width()).toBe(SHARES.talk + 4)
  unmount()
  await show(<Split />)
  expect(width()).toBe(SHARES.talk + 4)
  border().focus()
  await person.keyboard('{Enter}')
  expect(width()).toBe(SHARES.talk)
})

test('neither side can be closed', async () => {
  await show(<Split />)
  border().focus()
  await userEvent.setup().keyboard('{End}{ArrowRight}')
  expect(width()).toBe(LARGEST_SHARE)
})

test('where reading goes from right to left, so do the keys', async () => {
  document.documentElement.style.direction = 'rtl'
  await show(<Split />)
  border().focus()
  await userEvent.setup().keyboard('{ArrowLeft}')
  expect(width()).toBe(SHARES.talk + 2)
  document.documentElement.removeAttribute('style')
})
