/** Which colours meet: what the tests hold readable, and what an organisation's own colour is fitted to. */

import type { RoleName } from './tokens'

type Pair = readonly [what: RoleName, ground: RoleName]

const GROUNDS = ['paper', 'surface', 'sunk'] as const

const onGrounds = (...roles: RoleName[]): Pair[] =>
  roles.flatMap((role) => GROUNDS.map((ground) => [role, ground] as const))
const onSoft = (soft: RoleName, ...roles: RoleName[]): Pair[] => roles.map((role) => [role, soft])

export const WORDS: readonly Pair[] = [
  ...onGrounds('ink', 'ink-2', 'ink-3', 'accent', 'accent-2', 'notice', 'grave', 'grave-2', 'evidence'),
  ...onSoft('accent-soft', 'ink', 'ink-2', 'accent'),
  ...onSoft('notice-soft', 'ink', 'ink-2', 'notice'),
  ...onSoft('grave-soft', 'ink', 'ink-2', 'grave'),
  ...onSoft('evidence-soft', 'ink', 'ink-2', 'evidence'),
  ['on-accent', 'accent'],
  ['on-accent', 'accent-2'],
  ['on-grave', 'grave'],
  ['on-grave', 'grave-2'],
  ['on-mark', 'accent-mark'],
  ['on-mark', 'notice-mark'],
  ['on-mark', 'evidence-mark'],
  ['paper', 'ink'],
]

/** Edges of controls, marks that carry meaning, and what shows where the focus is. */
export const MARKS: readonly Pair[] = [...onGrounds('line-3', 'focus', 'live', 'accent', 'grave', 'ink-3')]

/** Hairlines, and marks that words beside them repeat: quiet, until a person asks for more contrast. */
export const QUIET_MARKS: readonly Pair[] = onGrounds('line', 'accent-mark', 'notice-mark', 'evidence-mark')
