import { expect, test } from 'vitest'

import { Listeners } from '@/lib/listeners'
import type { Part, Statement, Watcher, WatchStatus } from '@/vision/contracts'

import { NewestWords } from './said'

function device(part: Part) {
  const statements = new Listeners<Statement>()
  const statuses = new Listeners<WatchStatus>()
  const watcher = {
    part,
    onStatement: (listener) => statements.add(listener),
    onStatus: (listener) => statuses.add(listener),
  } as Watcher
  const say = (observed: Statement['observed'], value: string, atMs: number) =>
    statements.tell({ observed, value, atMs, confidence: 1, durationMs: 500 })
  return { watcher, say, become: (status: WatchStatus) => statuses.tell(status) }
}

test('the newest word on each thing holds until it is too old', () => {
  const { watcher, say } = device('faces')
  const words = new NewestWords([watcher])
  say('gaze', 'left', 1000)
  say('gaze', 'centre', 1500)
  say('blinks', '14,30', 1500)
  expect(words.at(1600)).toEqual({ gaze: 'centre', blinks: '14,30' })
  expect(words.at(9000)).toEqual({ blinks: '14,30' })
})

test('a part that rests has no word any more, and the others keep theirs', () => {
  const [eye, ear] = [device('faces'), device('sound')]
  const words = new NewestWords([eye.watcher, ear.watcher])
  eye.say('presence', 'present', 1000)
  ear.say('voice', 'own', 1000)
  ear.become({ state: 'paused', reason: 'switched_off' })
  expect(words.at(1100)).toEqual({ presence: 'present' })
})
