import { Field } from '@/ui/Field'
import { ZoneCombobox } from '@/ui/ZoneCombobox'

import { typeIn } from '../acts'
import type { Sheet } from '../sheet'

const nothing = () => undefined

export const sheet: Sheet = {
  part: 'ZoneCombobox',
  states: [
    {
      name: 'chosen',
      draw: () => (
        <Field label="Time zone">
          {(ids) => <ZoneCombobox {...ids} value="Europe/Berlin" onChange={nothing} />}
        </Field>
      ),
    },
    {
      name: 'unknown to the browser',
      draw: () => (
        <Field label="Time zone">
          {(ids) => <ZoneCombobox {...ids} value="Mars/Olympus" onChange={nothing} />}
        </Field>
      ),
    },
    {
      name: 'found',
      act: typeIn('input', 'argentina'),
      draw: () => (
        <div className="min-h-80">
          <Field label="Time zone">{(ids) => <ZoneCombobox {...ids} value="" onChange={nothing} />}</Field>
        </div>
      ),
    },
  ],
}
