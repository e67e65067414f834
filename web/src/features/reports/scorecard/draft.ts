/** A scorecard as it is being written, and how two versions of it become one. */

import type { Schemas } from '@/api/client'

export type Card = Schemas['ScorecardOut']
export type Rubric = Card['rubric']
export type Draft = Pick<Card, 'ratings' | 'notes' | 'recommendation' | 'closing'>
export type Note = Draft['notes'][number]
export type Recommendation = NonNullable<Draft['recommendation']>

export const RECOMMENDATIONS: readonly Recommendation[] = ['strong_yes', 'yes', 'no', 'strong_no']

export const draftOf = ({ ratings, notes, recommendation, closing }: Card): Draft => ({
  ratings,
  notes,
  recommendation,
  closing,
})

export const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other)

/** Everything is answered: it can be submitted. */
export const isComplete = (draft: Draft, rubric: Rubric): boolean =>
  draft.recommendation !== null && rubric.competencies.every(({ key }) => key in draft.ratings)

/** Of how many competencies something is said. */
export type Progress = { rated: number; of: number }
export const progressOf = (draft: Draft, rubric: Rubric): Progress => ({
  rated: rubric.competencies.filter(({ key }) => key in draft.ratings).length,
  of: rubric.competencies.length,
})

/** What two tabs made of `base`. Where only one of them changed something, that is taken; where both did, mine
 *  counts for a choice, and of words nothing is dropped: theirs stay beside mine. */
export function merge(base: Draft, mine: Draft, theirs: Draft): Draft {
  return {
    ratings: mergeRatings(base.ratings, mine.ratings, theirs.ratings),
    notes: mergeNotes(base.notes, mine.notes, theirs.notes),
    recommendation: choose(base.recommendation, mine.recommendation, theirs.recommendation),
    closing: mergeWords(base.closing, mine.closing, theirs.closing),
  }
}

function choose<Value>(base: Value, mine: Value, theirs: Value): Value {
  return isSame(mine, base) ? theirs : mine
}

function mergeRatings(base: Draft['ratings'], mine: Draft['ratings'], theirs: Draft['ratings']) {
  const keys = [...new Set([...Object.keys(theirs), ...Object.keys(mine)])]
  const chosen = keys.map((key) => [key, choose(base[key], mine[key], theirs[key])] as const)
  return Object.fromEntries(
    chosen.filter((pair): pair is readonly [string, number | null] => pair[1] !== undefined),
  )
}

function mergeNotes(base: Note[], mine: Note[], theirs: Note[]): Note[] {
  const find = (notes: Note[], key: string) => notes.find((note) => note.key === key)
  const keys = [...new Set([...theirs, ...mine].map((note) => note.key))]
  return keys.flatMap((key) => {
    const [before, here, there] = [find(base, key), find(mine, key), find(theirs, key)]
    if (here && there) return [{ ...here, text: mergeWords(before?.text ?? '', here.text, there.text) }]
    const left = here ?? there
    // One side took it out. It stays out unless the other side went on writing in it.
    return left && !isSame(left, before) ? [left] : []
  })
}

function mergeWords(base: string, mine: string, theirs: string): string {
  if (mine === base || mine === theirs) return theirs
  return theirs === base ? mine : `${theirs}\n\n${mine}`
}
