import i18n from 'i18next'
import { beforeAll, expect, test } from 'vitest'

import { startLanguage } from '@/lib/i18n'
import type { Part, WatchStatus } from '@/vision/contracts'

import { blinkWords, headWords, noiseWords, peopleWords, pointWords, statusWords } from './words'

beforeAll(() => startLanguage('en', ['observed']))

const words = () => i18n.getFixedT('en', 'observed')
const SCREEN = { width: 1200, height: 900 }

test.each([
  ['0,0,90,3100,20', 'about the middle, sure to 3°'],
  ['-550,-400,90,2400,20', 'about the top left, sure to 2°'],
  ['900,20,90,5000,400', 'about the right, sure to 5°'],
])('a point %s is a part of the screen', (gaze_point, said) => {
  expect(pointWords({ gaze_point }, SCREEN, words())).toBe(said)
})

test.each([
  ['2000,-3000', 'straight'],
  ['12400,0', '12° to your left'],
  ['-20000,-9000', '20° to your right and 9° down'],
])('a head at %s', (head, said) => {
  expect(headWords({ head }, words())).toBe(said)
})

test('numbers are words', () => {
  expect(peopleWords({ faces: '1' }, words())).toBe('only you')
  expect(peopleWords({ faces: '2' }, words())).toBe('2 faces')
  expect(blinkWords({ blinks: '14,30' }, words())).toBe('about 14 a minute')
  expect(noiseWords({ noise: '-62' }, words())).toBe('quiet (−62 dB)')
  expect(noiseWords({ noise: '-12' }, words())).toBe('loud (−12 dB)')
})

test('a part says how often it observes, or why it does not', () => {
  const say = (part: Part, status: WatchStatus) => statusWords(part, status, words())
  expect(say('faces', { state: 'watching', rate: 15 })).toBe('15 times a second')
  expect(say('faces', { state: 'watching', rate: 5 })).toBe(
    '5 times a second: slower, to leave room for the call',
  )
  expect(say('objects', { state: 'watching', rate: 2 })).toBe('2 times a second')
  expect(say('objects', { state: 'watching', rate: 0.5 })).toBe(
    'every 2 seconds: slower, to leave room for the call',
  )
  expect(say('objects', { state: 'paused', reason: 'no_room' })).toBe('rests, to leave room for the call')
  expect(say('sound', { state: 'paused', reason: 'microphone_off' })).toBe('your microphone is off')
})
