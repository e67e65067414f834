import { fireEvent, screen } from '@testing-library/react'
import { beforeEach, expect, test, vi } from 'vitest'

import { show } from '@/testing/page'

import { Sideways } from './Sideways'
import { hiddenEdges } from './useHiddenEdges'

/** What jsdom does not lay out: a region of 500 px with so much in it. */
function measures(scrollWidth: number) {
  vi.spyOn(Element.prototype, 'clientWidth', 'get').mockReturnValue(500)
  vi.spyOn(Element.prototype, 'scrollWidth', 'get').mockReturnValue(scrollWidth)
}

beforeEach(() => {
  vi.restoreAllMocks()
  vi.stubGlobal(
    'ResizeObserver',
    class {
      readonly look: () => void
      constructor(look: () => void) {
        this.look = look
      }
      observe() {
        this.look()
      }
      disconnect() {}
    },
  )
})

test('what fits is no place of its own', async () => {
  measures(500)
  await show(<Sideways label="People">all of them</Sideways>)
  expect(screen.queryByRole('region')).toBeNull()
})

test('what is wider can be moved by keys, and knows when something is gone to the left', async () => {
  measures(900)
  await show(<Sideways label="People">all of them</Sideways>)
  const region = screen.getByRole('region', { name: 'People' })
  expect(region.tabIndex).toBe(0)
  expect(region.dataset.before).toBeUndefined()
  region.scrollLeft = 40
  fireEvent.scroll(region)
  expect(region.dataset.before).toBe('true')
})

test.each([
  [0, { start: false, end: true }],
  [200, { start: true, end: true }],
  [400, { start: true, end: false }],
  [399.5, { start: true, end: false }],
  [-400, { start: true, end: false }],
])('moved by %s of 400 px', (scrollLeft, edges) => {
  expect(hiddenEdges({ scrollLeft, scrollWidth: 900, clientWidth: 500 })).toEqual(edges)
})
