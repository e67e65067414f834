import { Field } from '@/ui/Field'
import { TextInput } from '@/ui/TextInput'

import type { Sheet } from '../sheet'

const LONG = 'Senior clinical informatics and perioperative nursing lead, surgery and intensive care'

export const sheet: Sheet = {
  part: 'TextInput',
  states: [
    {
      name: 'empty',
      draw: () => <Field label="Role">{(ids) => <TextInput {...ids} placeholder="Ward nurse" />}</Field>,
    },
    {
      name: 'filled',
      draw: () => <Field label="Role">{(ids) => <TextInput {...ids} defaultValue="Ward nurse" />}</Field>,
    },
    {
      name: 'focused',
      focused: true,
      draw: () => <Field label="Role">{(ids) => <TextInput {...ids} defaultValue="Ward nurse" />}</Field>,
    },
    {
      name: 'candidate',
      draw: () => (
        <Field label="Your name">
          {(ids) => <TextInput {...ids} size="candidate" defaultValue="Sora" />}
        </Field>
      ),
    },
    {
      name: 'disabled',
      draw: () => (
        <Field label="Role">{(ids) => <TextInput {...ids} disabled defaultValue="Ward nurse" />}</Field>
      ),
    },
    {
      name: 'error',
      draw: () => (
        <Field label="Role" error="Every interview is for a role.">
          {(ids) => <TextInput {...ids} />}
        </Field>
      ),
    },
    {
      name: 'long text',
      draw: () => <Field label="Role">{(ids) => <TextInput {...ids} defaultValue={LONG} />}</Field>,
    },
  ],
}
