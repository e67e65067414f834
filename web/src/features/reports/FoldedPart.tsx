import type { ReactNode } from 'react'

import { Fold, FoldArrow, Opener } from '@/ui/Fold'

import type { Reading } from './reading'

type Props = {
  id: string
  title: string
  /** What there is to read in it, in a few words. */
  about?: ReactNode
  reading: Reading
  children: ReactNode
}

/** Long detail, one line until somebody asks. */
export function FoldedPart({ id, title, about, reading, children }: Props) {
  const open = reading.isOpen(id)
  return (
    <section>
      <h3 className="max-w-192 border-b border-line">
        <Opener
          id={id}
          open={open}
          onToggle={() => reading.toggle(id)}
          className="flex min-h-11 w-full items-center gap-2 py-2 hover:text-accent"
        >
          <FoldArrow open={open} />
          <span className="min-w-0">
            <span className="font-medium">{title}</span>{' '}
            {about && <span className="text-13 font-normal text-ink-2">{about}</span>}
          </span>
        </Opener>
      </h3>
      <Fold id={id} open={open} onFound={() => reading.open(id)}>
        <div className="pb-4">{children}</div>
      </Fold>
    </section>
  )
}
