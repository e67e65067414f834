import type { ReactNode } from 'react'

type Props = {
  /** When it begins, and since when one waits. */
  clock?: ReactNode
  /** What is wrong, and what to do about it. */
  news?: ReactNode
  /** What the others will see. */
  picture: ReactNode
  /** For the time until then. */
  children: ReactNode
}

/** Before a talk: the time, then oneself, then what there is to know. Below the question of a wizard. */
export function Lobby({ clock, news, picture, children }: Props) {
  return (
    <>
      {clock}
      {news}
      <div className="mb-3">{picture}</div>
      {children}
    </>
  )
}
