import { act, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'

import { show } from '@/testing/page'

import { ActionFoot } from './ActionFoot'

let sizesChanged: () => void = () => undefined
const scrolled = vi.fn()

beforeEach(() => {
  vi.stubGlobal(
    'ResizeObserver',
    class {
      constructor(callback: () => void) {
        sizesChanged = callback
      }
      observe() {}
      disconnect() {}
    },
  )
  Element.prototype.scrollIntoView = scrolled
})

afterEach(() => {
  vi.unstubAllGlobals()
  scrolled.mockReset()
})

/** A button above a bar whose upper edge is at 540 px. */
async function showAboveBar(): Promise<{ moveTo: (top: number) => void }> {
  await show(
    <>
      <button>Play a sound</button>
      <ActionFoot>
        <button>This works</button>
      </ActionFoot>
    </>,
  )
  const place = (element: Element, top: number) => {
    element.getBoundingClientRect = () => new DOMRect(0, top, 300, 48)
  }
  const bar = screen.getByText('This works').closest('[data-foot]') as HTMLElement
  bar.style.position = 'sticky'
  place(bar, 540)
  const button = screen.getByText('Play a sound')
  button.focus()
  return {
    moveTo: (top) => {
      place(button, top)
      act(() => sizesChanged())
    },
  }
}

test('what has the focus comes out from under the bar where the page grew', async () => {
  const { moveTo } = await showAboveBar()
  moveTo(400)
  expect(scrolled).not.toHaveBeenCalled()
  moveTo(520)
  expect(scrolled).toHaveBeenCalledWith({ block: 'nearest' })
})

test('what has the focus on the bar itself stays', async () => {
  const { moveTo } = await showAboveBar()
  screen.getByText('This works').focus()
  moveTo(520)
  expect(scrolled).not.toHaveBeenCalled()
})
