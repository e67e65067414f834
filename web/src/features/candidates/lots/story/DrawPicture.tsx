import { useTranslation } from 'react-i18next'

import { formatNumber } from '@/lib/locale'

import type { Lot } from '../queries'
import { type Dot, dotsOf, inColumns } from './dots'

const ROWS = 5
const GAP = 13
const EDGE = 8
/** Room for the ring, with a stretch of the line on either side. */
const BETWEEN = 84
const LEVEL_Y = EDGE + ROWS * GAP
const ABOVE_Y = LEVEL_Y - 10
const BELOW_Y = LEVEL_Y + 11
const HEIGHT = 2 * LEVEL_Y

/** A list, what decided, and what came of it: the drawn above the level line, who stands by below it. */
export function DrawPicture({ lot }: { lot: Lot }) {
  const { t } = useTranslation('lots')
  const { each, all, drawn, left, standBy } = dotsOf(lot)
  const from = 2 * EDGE + Math.ceil(all / ROWS) * GAP + BETWEEN
  const list = inColumns(all, ROWS, { x: 2 * EDGE, y: ABOVE_Y }, GAP, true)
  const chosen = inColumns(drawn + left, ROWS, { x: from, y: ABOVE_Y }, GAP, true)
  const waiting = inColumns(lot.way === 'hand' ? 0 : standBy, ROWS, { x: from, y: BELOW_Y }, GAP)
  const width = from + Math.ceil(Math.max(chosen.length, waiting.length) / ROWS) * GAP + EDGE
  return (
    <figure className="flex flex-wrap items-center gap-x-8 gap-y-3">
      <svg
        aria-hidden
        viewBox={`0 0 ${width} ${HEIGHT}`}
        className="block h-44 max-w-full fill-none rtl:-scale-x-100"
        preserveAspectRatio="xMinYMid"
        strokeWidth="1.5"
        strokeLinecap="round"
      >
        <path d={`M${EDGE / 2} ${LEVEL_Y}H${width - EDGE / 2}`} className="stroke-ink" strokeWidth="2.5" />
        <Decider way={lot.way} x={from - BETWEEN / 2 - GAP / 2} />
        <Dots at={list} className="fill-line-3" />
        <Dots at={chosen.slice(0, drawn - left)} className="fill-accent" />
        <Dots at={chosen.slice(drawn - left, drawn)} className="stroke-line-3" hollow />
        <Dots at={chosen.slice(drawn)} className="fill-accent-mark stroke-accent" />
        <Dots at={waiting} className="stroke-line-3" hollow />
      </svg>
      <figcaption className="min-w-0 flex-1 max-w-prose basis-64 text-13 text-ink-2">
        {t('picture', { count: each, number: formatNumber(each) })} {t(`picture_${lot.way}`)}{' '}
        {left > 0 && t('picture_left')}
      </figcaption>
    </figure>
  )
}

/** Chance is a ring with one number in it; where people chose, there is a hand's tick; an order is a ladder. */
function Decider({ way, x }: { way: Lot['way']; x: number }) {
  const y = LEVEL_Y
  return (
    <>
      <circle cx={x} cy={y} r="15" className="fill-surface stroke-ink" />
      {way === 'lot' && <circle cx={x} cy={y} r="4" className="fill-accent" />}
      {way === 'hand' && <path d={`m${x - 6} ${y} 5 5 8-9`} className="stroke-accent" strokeWidth="2.5" />}
      {way === 'order' && (
        <path d={`M${x - 6} ${y - 6}h12M${x - 6} ${y}h8M${x - 6} ${y + 6}h4`} className="stroke-accent" />
      )}
    </>
  )
}

function Dots({ at, className, hollow }: { at: readonly Dot[]; className: string; hollow?: boolean }) {
  return (
    <g className={className}>
      {at.map(({ x, y }) => (
        <circle key={`${x} ${y}`} cx={x} cy={y} r={hollow ? 3.5 : 4} />
      ))}
    </g>
  )
}
