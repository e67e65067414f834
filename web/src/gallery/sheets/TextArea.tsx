import { Field } from '@/ui/Field'
import { TextArea } from '@/ui/TextArea'

import type { Sheet } from '../sheet'

const NOTE = 'Explained the trade-off before being asked, and said what she would measure first.'

export const sheet: Sheet = {
  part: 'TextArea',
  states: [
    {
      name: 'empty',
      draw: () => <Field label="Note">{(ids) => <TextArea {...ids} placeholder="What you saw" />}</Field>,
    },
    {
      name: 'filled',
      draw: () => <Field label="Note">{(ids) => <TextArea {...ids} defaultValue={NOTE} />}</Field>,
    },
    {
      name: 'focused',
      focused: true,
      draw: () => <Field label="Note">{(ids) => <TextArea {...ids} defaultValue={NOTE} />}</Field>,
    },
    {
      name: 'candidate',
      draw: () => (
        <Field label="Note">{(ids) => <TextArea {...ids} size="candidate" defaultValue={NOTE} />}</Field>
      ),
    },
    {
      name: 'disabled',
      draw: () => <Field label="Note">{(ids) => <TextArea {...ids} disabled defaultValue={NOTE} />}</Field>,
    },
    {
      name: 'error',
      draw: () => (
        <Field label="Note" error="Say in a sentence what you saw.">
          {(ids) => <TextArea {...ids} />}
        </Field>
      ),
    },
    {
      name: 'long text',
      draw: () => <Field label="Note">{(ids) => <TextArea {...ids} defaultValue={NOTE.repeat(6)} />}</Field>,
    },
  ],
}
