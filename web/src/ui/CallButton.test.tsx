import { screen } from '@testing-library/react'
import { expect, test } from 'vitest'

import { show } from '@/testing/page'

import { CallButton } from './CallButton'

test('its word is its name, and the sign says nothing', async () => {
  await show(<CallButton label="Mute" icon={<svg aria-label="a sign" />} />)
  expect(screen.getByRole('button', { name: 'Mute' })).toBeDefined()
})
