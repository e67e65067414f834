import { DateInput } from '@/ui/DateInput'
import { Field } from '@/ui/Field'

import type { Sheet } from '../sheet'

const day = '2026-11-26'

export const sheet: Sheet = {
  part: 'DateInput',
  states: [
    { name: 'empty', draw: () => <Field label="Day">{(ids) => <DateInput {...ids} />}</Field> },
    {
      name: 'filled',
      draw: () => <Field label="Day">{(ids) => <DateInput {...ids} defaultValue={day} />}</Field>,
    },
    {
      name: 'focused',
      focused: true,
      draw: () => <Field label="Day">{(ids) => <DateInput {...ids} defaultValue={day} />}</Field>,
    },
    {
      name: 'candidate',
      draw: () => (
        <Field label="Day">{(ids) => <DateInput {...ids} size="candidate" defaultValue={day} />}</Field>
      ),
    },
    {
      name: 'disabled',
      draw: () => <Field label="Day">{(ids) => <DateInput {...ids} disabled defaultValue={day} />}</Field>,
    },
    {
      name: 'error',
      draw: () => (
        <Field label="Day" error="This day has passed. Choose a later one.">
          {(ids) => <DateInput {...ids} defaultValue="2026-11-02" />}
        </Field>
      ),
    },
  ],
}
