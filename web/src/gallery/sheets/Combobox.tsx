import { Combobox } from '@/ui/Combobox'
import { Field } from '@/ui/Field'

import { clickIn, typeIn } from '../acts'
import type { Sheet } from '../sheet'

const PEOPLE = [
  { value: 'mira', label: 'Mira Kallas', detail: 'mira@candidates.example' },
  { value: 'sora', label: 'Sora Tanaka', detail: 'sora@candidates.example' },
  { value: 'tomas', label: 'Tomas Vega', detail: 'tomas@candidates.example' },
]
const LONG = [
  {
    value: 'long',
    label: 'Maximiliane Featherstonehaugh',
    detail: 'maximiliane.wolfeschlegelsteinhausenbergerdorff@candidates.example',
  },
]
const MANY = Array.from({ length: 40 }, (_, index) => ({
  value: `${index}`,
  label: `Candidate ${index + 1}`,
}))
const add = { label: (query: string) => `Add ${query || 'somebody'}`, onPick: () => undefined }

/** What the open list takes below the field. */
const rooms = { none: '', short: 'min-h-48', long: 'min-h-96' }

type Props = {
  options?: typeof PEOPLE
  value?: string
  error?: string
  extra?: typeof add
  room?: keyof typeof rooms
}

function Candidate({ options = PEOPLE, value = '', error, extra, room = 'none' }: Props) {
  return (
    <div className={rooms[room]}>
      <Field label="Candidate" error={error}>
        {(ids) => (
          <Combobox
            {...ids}
            options={options}
            value={value}
            onChange={() => undefined}
            placeholder="Name or address"
            {...(extra && { extra })}
          />
        )}
      </Field>
    </div>
  )
}

export const sheet: Sheet = {
  part: 'Combobox',
  states: [
    { name: 'empty', draw: () => <Candidate /> },
    { name: 'chosen', draw: () => <Candidate value="sora" /> },
    { name: 'focused', focused: true, draw: () => <Candidate value="sora" /> },
    { name: 'error', draw: () => <Candidate error="Choose a candidate." /> },
    { name: 'open', act: clickIn('input'), draw: () => <Candidate room="short" value="sora" /> },
    {
      name: 'open with many',
      act: clickIn('input'),
      draw: () => <Candidate room="long" options={MANY as typeof PEOPLE} />,
    },
    { name: 'found', act: typeIn('input', 'vega'), draw: () => <Candidate room="short" /> },
    { name: 'nothing found', act: typeIn('input', 'Zebulon'), draw: () => <Candidate room="short" /> },
    {
      name: 'something to add',
      act: typeIn('input', 'Jo Park'),
      draw: () => <Candidate room="short" extra={add} />,
    },
    { name: 'long text', act: clickIn('input'), draw: () => <Candidate room="short" options={LONG} /> },
  ],
}
