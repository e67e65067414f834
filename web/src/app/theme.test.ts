import { act, renderHook } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'

import { applyTheme, chooseContrast, chooseTheme, useContrast } from './theme'

const root = document.documentElement

afterEach(() => {
  chooseTheme('system')
  chooseContrast('system')
})

test('what was chosen is kept and applied again', () => {
  chooseTheme('dark')
  chooseContrast('more')
  delete root.dataset.theme
  delete root.dataset.contrast
  applyTheme()
  expect([root.dataset.theme, root.dataset.contrast]).toEqual(['dark', 'more'])
})

test('as the system is no choice', () => {
  chooseContrast('more')
  chooseContrast('system')
  expect(root.dataset.contrast).toBeUndefined()
  expect(localStorage.getItem('fairview.contrast')).toBeNull()
})

test('whoever shows the choice hears of it', () => {
  const { result } = renderHook(() => useContrast())
  act(() => chooseContrast('more'))
  expect(result.current).toBe('more')
})
