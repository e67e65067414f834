import { TimeInput } from '@/ui/TimeInput'
import { Field } from '@/ui/Field'

import type { Sheet } from '../sheet'

const time = '14:30'

export const sheet: Sheet = {
  part: 'TimeInput',
  states: [
    { name: 'empty', draw: () => <Field label="Time">{(ids) => <TimeInput {...ids} />}</Field> },
    {
      name: 'filled',
      draw: () => <Field label="Time">{(ids) => <TimeInput {...ids} defaultValue={time} />}</Field>,
    },
    {
      name: 'focused',
      focused: true,
      draw: () => <Field label="Time">{(ids) => <TimeInput {...ids} defaultValue={time} />}</Field>,
    },
    {
      name: 'candidate',
      draw: () => (
        <Field label="Time">{(ids) => <TimeInput {...ids} size="candidate" defaultValue={time} />}</Field>
      ),
    },
    {
      name: 'disabled',
      draw: () => <Field label="Time">{(ids) => <TimeInput {...ids} disabled defaultValue={time} />}</Field>,
    },
    {
      name: 'error',
      draw: () => (
        <Field label="Time" error="Nobody is at work then. Choose another time.">
          {(ids) => <TimeInput {...ids} defaultValue="03:15" />}
        </Field>
      ),
    },
  ],
}
