import { afterEach, expect, test } from 'vitest'

import { type Group, keyName, pressed, SHORTCUTS, switchSingleKeys } from './shortcuts'

afterEach(() => {
  switchSingleKeys(true)
  document.body.replaceChildren()
})

function press(key: string, group: Group, more: KeyboardEventInit = {}, target: Element = document.body) {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, ...more })
  target.dispatchEvent(event)
  return pressed(event, group)
}

function placed(html: string): Element {
  document.body.innerHTML = html
  return document.body.firstElementChild ?? document.body
}

test('a key means something in its group alone', () => {
  expect(press('j', 'list')).toBe('next')
  expect(press('c', 'moments')).toBe('confirm')
  expect(press('c', 'list')).toBeUndefined()
  expect(press('?', 'anywhere', { shiftKey: true })).toBe('keys')
})

test('the palette asks for Ctrl, and single keys for nothing else', () => {
  expect(press('k', 'desk')).toBeUndefined()
  expect(press('k', 'desk', { ctrlKey: true })).toBe('find')
  expect(press('j', 'list', { ctrlKey: true })).toBeUndefined()
  expect(press('j', 'list', { altKey: true })).toBeUndefined()
})

test.each(['<input>', '<textarea></textarea>', '<select></select>', '<input type="search">'])(
  'single keys rest while %s is written in, and the palette does not',
  (html) => {
    const field = placed(html)
    expect(press('j', 'list', {}, field)).toBeUndefined()
    expect(press('k', 'desk', { ctrlKey: true }, field)).toBe('find')
  },
)

test('a checkbox takes no letters', () => {
  expect(press('j', 'list', {}, placed('<input type="checkbox">'))).toBe('next')
})

test('single keys can be switched off, and stay so', () => {
  switchSingleKeys(false)
  expect(press('j', 'list')).toBeUndefined()
  expect(press('?', 'anywhere')).toBeUndefined()
  expect(press('k', 'desk', { ctrlKey: true })).toBe('find')
  expect(localStorage.getItem('fairview.single_keys')).toBe('off')
})

test('no group gives one key two meanings', () => {
  for (const group of Object.values(SHORTCUTS)) {
    const strokes = Object.values(group).flat()
    expect(new Set(strokes).size).toBe(strokes.length)
  }
})

test('keys are named as they are marked', () => {
  expect(['mod+k', 'mod+enter', 'j', '?'].map(keyName)).toEqual(['Ctrl K', 'Ctrl ↵', 'J', '?'])
})
