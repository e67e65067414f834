import { type Ground, DIRECTIONS, THEMES } from './address'
import type { Sheet } from './sheet'
import { StateCell } from './StateCell'

/** Every state, one below the other, on one ground: for people, for axe and for the search for overflow. */
export function States({ sheet, ground }: { sheet: Sheet; ground: Ground }) {
  return (
    <main className="gallery-states">
      <h1>{sheet.part}</h1>
      {sheet.states.map((state) => (
        <section key={state.name}>
          <h2>{state.name}</h2>
          <StateCell sheet={sheet} state={state} ground={ground} />
        </section>
      ))}
    </main>
  )
}

/** Every state on every ground, on one picture. */
export function ContactSheet({ sheet }: { sheet: Sheet }) {
  const grounds = THEMES.flatMap((theme) =>
    DIRECTIONS.map((dir): Ground => ({ theme, dir, contrast: 'usual' })),
  )
  return (
    <main className="gallery-sheet" data-wide={sheet.wide}>
      {sheet.states.map((state) => (
        <section key={state.name}>
          <h2>{state.name}</h2>
          {grounds.map((ground) => (
            <StateCell key={`${ground.theme} ${ground.dir}`} sheet={sheet} state={state} ground={ground} />
          ))}
        </section>
      ))}
    </main>
  )
}
