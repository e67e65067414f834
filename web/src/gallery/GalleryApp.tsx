import { useState } from 'react'

import { CONTRASTS, DIRECTIONS, type Ground, partAddress, type Place, statesAddress, THEMES } from './address'
import type { Sheet } from './sheet'
import { sheets } from './sheets'
import { Drawn } from './StateCell'
import { ContactSheet, States } from './views'

const WIDTHS = ['360', '768', '1440'] as const

export function GalleryApp({ part, view, state: name, ground }: Place) {
  const sheet = sheets.find((one) => one.part === part)
  if (!sheet || view === 'browse') return <Browse sheet={sheet} ground={ground} />
  if (view === 'sheet') return <ContactSheet sheet={sheet} />
  if (view === 'states') return <States sheet={sheet} ground={ground} />
  const state = sheet.states.find((one) => one.name === name)
  return state && <Drawn state={state} dir={ground.dir} />
}

/** The list of parts, and one of them as it stands on a page of the width and the ground that one chooses. */
function Browse({ sheet, ground: first }: { sheet: Sheet | undefined; ground: Ground }) {
  const [ground, setGround] = useState(first)
  const [width, setWidth] = useState<string>(WIDTHS[2])
  return (
    <div className="gallery">
      <nav aria-label="Parts">
        <h1>Gallery</h1>
        {sheets.map(({ part }) => (
          <a key={part} href={partAddress(part)} aria-current={part === sheet?.part ? 'page' : undefined}>
            {part}
          </a>
        ))}
      </nav>
      <main>
        {sheet ? (
          <>
            <div className="gallery-switches">
              <Switches
                label="Theme"
                values={THEMES}
                value={ground.theme}
                onChange={(theme) => setGround({ ...ground, theme })}
              />
              <Switches
                label="Contrast"
                values={CONTRASTS}
                value={ground.contrast}
                onChange={(contrast) => setGround({ ...ground, contrast })}
              />
              <Switches
                label="Direction"
                values={DIRECTIONS}
                value={ground.dir}
                onChange={(dir) => setGround({ ...ground, dir })}
              />
              <Switches label="Width" values={WIDTHS} value={width} onChange={setWidth} />
              <a href={`${partAddress(sheet.part)}?sheet`}>Contact sheet</a>
            </div>
            <iframe title={sheet.part} src={statesAddress(sheet.part, ground)} width={width} />
          </>
        ) : (
          <p>Choose a part.</p>
        )}
      </main>
    </div>
  )
}

type SwitchesProps<Value extends string> = {
  label: string
  values: readonly Value[]
  value: Value
  onChange: (value: Value) => void
}

function Switches<Value extends string>({ label, values, value, onChange }: SwitchesProps<Value>) {
  return (
    <fieldset>
      <legend>{label}</legend>
      {values.map((one) => (
        <label key={one}>
          <input type="radio" name={label} checked={one === value} onChange={() => onChange(one)} />
          {one}
        </label>
      ))}
    </fieldset>
  )
}
