import type { ReactNode } from 'react'

/** One state of a part: how it looks at one moment of its life. */
export type State = {
  name: string
  draw: () => ReactNode
  /** Brings the state about where props cannot: opens a list, types a word. Called once the state is drawn. */
  act?: (place: HTMLElement) => void
  /** A selector of what is there once the state has come about, where that takes a moment. */
  awaits?: string
  /** Shown as if the keyboard had come to its first control. */
  focused?: boolean
}

/** Every state of a part. One file in `sheets` for each part, named after it. */
export type Sheet = {
  part: string
  states: readonly State[]
  /** For parts that want the width of a page rather than of a column: tables, headers; `desk` for those
   *  that only show on a wide page what they are. */
  wide?: boolean | 'desk'
  /** For parts that float over the page or fill it: each state has a page of its own, so many pixels high. */
  page?: number
}
