import { fireEvent, render, screen } from '@testing-library/react'
import { expect, test, vi } from 'vitest'

import { Ribbon } from './Ribbon'

test.each([
  ['ltr', 25],
  ['rtl', 75],
])('a place on the ribbon is a time from its start: %s', (dir, us) => {
  const onPick = vi.fn()
  render(<Ribbon label="ribbon" startUs={0} endUs={100} moments={[]} onPick={onPick} />)
  const strip = screen.getByRole('button', { hidden: true })
  strip.style.direction = dir
  strip.getBoundingClientRect = () => new DOMRect(0, 0, 400, 20)
  fireEvent.click(strip, { clientX: 100 })
  expect(onPick).toHaveBeenCalledWith({ us })
})
