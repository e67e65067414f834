import type { ReportDocument } from '@/api/messages'

export type ReportScorecard = ReportDocument['scorecards'][number]

type Mean = { competency: string; title: string; mean: number | null }

/** Each competency with the mean of those who rated it; null where none of them saw it. */
export function meansOf(cards: readonly ReportScorecard[]): Mean[] {
  const given = new Map<string, { title: string; marks: number[] }>()
  for (const { competency, title, rating } of cards.flatMap((card) => card.ratings)) {
    const known = given.get(competency) ?? { title, marks: [] }
    if (rating !== null) known.marks.push(rating)
    given.set(competency, known)
  }
  return [...given].map(([competency, { title, marks }]) => ({
    competency,
    title,
    mean: marks.length === 0 ? null : marks.reduce((sum, mark) => sum + mark, 0) / marks.length,
  }))
}
