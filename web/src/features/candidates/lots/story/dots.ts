/** The people of a draw as dots. Where there are many, a dot stands for several. */

const MOST_DOTS = 72

export type Dots = {
  /** How many people a dot stands for. */
  each: number
  all: number
  drawn: number
  /** Of those drawn, how many have left since; as many alternates came instead. */
  left: number
  /** Those who still stand by. */
  standBy: number
}

type Numbers = { pool_size: number; size: number; replaced: number }

export function dotsOf({ pool_size, size, replaced }: Numbers): Dots {
  const each = Math.max(1, Math.ceil(pool_size / MOST_DOTS))
  const dots = (people: number) => (people > 0 ? Math.max(1, Math.round(people / each)) : 0)
  const drawn = dots(size)
  const alternates = dots(pool_size - size)
  const left = Math.min(dots(replaced), drawn, alternates)
  return { each, all: drawn + alternates, drawn, left, standBy: alternates - left }
}

export type Dot = { x: number; y: number }

/** Column by column from the start, `rows` in each. */
export function inColumns(count: number, rows: number, from: Dot, gap: number, up = false): Dot[] {
  return Array.from({ length: count }, (_, at) => ({
    x: from.x + Math.floor(at / rows) * gap,
    y: from.y + (at % rows) * gap * (up ? -1 : 1),
  }))
}
