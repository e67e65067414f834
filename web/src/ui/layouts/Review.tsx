import type { ReactNode } from 'react'

import { classes } from '@/lib/classes'

import { Fold, FoldArrow, Opener } from '../Fold'
import { Passage } from './Document'

/** What a person is to judge, one after the other, in the order in which it was. */
export function Review({ children }: { children: ReactNode }) {
  return <ol>{children}</ol>
}

type PointProps = {
  id: string
  /** What kind it is, for tests. */
  kind: string
  open: boolean
  onToggle: () => void
  /** The search of the browser has come upon what is in it. */
  onFound: () => void
  /** When, and below it how sure that is. */
  at: ReactNode
  title: string
  /** It does not count any more. */
  isStruck?: boolean
  about: ReactNode
  /** What it comes to, at the end of the line. */
  sum: ReactNode
  /** What a person wrote to it. */
  note?: ReactNode
  /** All that is known, and what can be answered. */
  children: ReactNode
}

/** One point in a line, with its note beside; it opens to all that is known of it. */
export function ReviewPoint({ id, kind, open, onToggle, onFound, note, children, ...line }: PointProps) {
  const facts = `${id}-facts`
  return (
    <li id={id} data-rule={kind} className="scroll-mt-20 border-line max-desk:border-b print:border-b">
      <Passage note={note}>
        <div className="border-line desk:border-b print:border-b-0">
          <Opener id={facts} open={open} onToggle={onToggle} className="group w-full">
            <Line {...line} open={open} />
          </Opener>
          <Fold id={facts} open={open} onFound={onFound}>
            <div className="grid gap-3 pb-4 desk:ps-22">{children}</div>
          </Fold>
        </div>
      </Passage>
    </li>
  )
}

type LineProps = Pick<PointProps, 'at' | 'title' | 'isStruck' | 'about' | 'sum' | 'open'>

function Line({ at, title, isStruck, about, sum, open }: LineProps) {
  return (
    <span className="grid grid-cols-[--spacing(18)_minmax(0,1fr)_auto] items-start gap-x-3 py-2.5 desk:gap-x-4">
      <span className="flex items-center gap-1.5 font-mono text-13 leading-6 text-ink-2">
        <FoldArrow open={open} />
        <span>{at}</span>
      </span>
      <span className={classes('min-w-0', isStruck && 'text-ink-2')}>
        <strong
          className={classes(
            'me-2 font-semibold group-hover:underline group-hover:underline-offset-3',
            isStruck && 'line-through',
          )}
        >
          {title}
        </strong>{' '}
        <span className="text-13 text-ink-2 max-sm:block">{about}</span>
      </span>
      <span className="flex min-w-9 justify-end leading-6">{sum}</span>
    </span>
  )
}
