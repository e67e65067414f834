import { render, screen } from '@testing-library/react'
import { useRef } from 'react'
import { expect, test, vi } from 'vitest'

import { useRowWindow, windowAt } from './useRowWindow'

const ROW = 60
const HEIGHT = 600
const COUNT = 100_000

test.each([0, 1, 59, 3000, 123_456, COUNT * ROW - HEIGHT])('what is seen at %i px is drawn', (top) => {
  const { first, end } = windowAt(top, HEIGHT, ROW, COUNT)
  expect(first * ROW).toBeLessThanOrEqual(top)
  expect(end * ROW).toBeGreaterThanOrEqual(Math.min(top + HEIGHT, COUNT * ROW))
  expect(end - first).toBeLessThan(60)
})

test('few rows are all drawn, none beyond them', () => {
  expect(windowAt(0, HEIGHT, ROW, 3)).toEqual({ first: 0, end: 3 })
  expect(windowAt(0, HEIGHT, ROW, 0)).toEqual({ first: 0, end: 0 })
})

test('where the list became shorter than the place, its end is drawn', () => {
  const { first, end } = windowAt(60_000, HEIGHT, ROW, 20)
  expect(end).toBe(20)
  expect(first).toBeLessThan(11)
})

test('rows are drawn in the frame that shows their place', () => {
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe() {}
      disconnect() {}
    },
  )
  render(<List />)
  const region = screen.getByRole('region')
  expect(region.textContent).toMatch(/^0-/)
  region.scrollTop = 600 * ROW
  region.dispatchEvent(new Event('scroll'))
  expect(region.textContent).toMatch(/^588-/)
})

function List() {
  const region = useRef<HTMLElement>(null)
  const { first, end } = useRowWindow(region, COUNT, ROW)
  return (
    <section ref={region} aria-label="people">
      {first}-{end}
    </section>
  )
}
