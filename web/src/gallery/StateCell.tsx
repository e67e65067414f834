import { Direction } from 'radix-ui'
import { useEffect, useRef } from 'react'

import { type Ground, stateAddress } from './address'
import type { Sheet, State } from './sheet'

/** What is light and what is dark whatever the page around it is. */
const GROUNDS = { light: 'sheet', dark: 'stage' }

type Props = { sheet: Sheet; state: State; ground: Ground }

/** One state on its ground. What floats over a page is shown in a page of its own. */
export function StateCell({ sheet, state, ground }: Props) {
  return (
    <div className={`gallery-cell ${GROUNDS[ground.theme]}`} dir={ground.dir}>
      {sheet.page ? (
        <iframe
          title={`${state.name}, ${ground.theme}, ${ground.dir}`}
          src={stateAddress(sheet.part, state.name, ground)}
          height={sheet.page}
        />
      ) : (
        <Drawn state={state} dir={ground.dir} />
      )}
    </div>
  )
}

export function Drawn({ state, dir }: { state: State; dir: Ground['dir'] }) {
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    // In the next frame, for what floats is drawn a moment after what opens it.
    const next = requestAnimationFrame(() => place.current && state.act?.(place.current))
    return () => cancelAnimationFrame(next)
  }, [state])
  return (
    <Direction.Provider dir={dir}>
      <div ref={place} data-state={state.name} data-focused={state.focused} data-awaits={state.awaits}>
        {state.draw()}
      </div>
    </Direction.Provider>
  )
}
