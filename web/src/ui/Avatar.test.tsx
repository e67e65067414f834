import { expect, test } from 'vitest'

import { show } from '@/testing/page'

import { Avatar } from './Avatar'

test('it says nothing to readers, who have the name beside it', async () => {
  const { container } = await show(<Avatar name="Amara Diallo" />)
  expect(container.textContent).toBe('AD')
  expect(container.querySelector('[aria-hidden]')?.textContent).toBe('AD')
})
