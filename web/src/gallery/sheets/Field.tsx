import { Field } from '@/ui/Field'
import { TextInput } from '@/ui/TextInput'

import type { Sheet } from '../sheet'

export const sheet: Sheet = {
  part: 'Field',
  states: [
    { name: 'label', draw: () => <Field label="Role">{(ids) => <TextInput {...ids} />}</Field> },
    {
      name: 'hint',
      draw: () => (
        <Field label="Role" hint="As the candidate will read it.">
          {(ids) => <TextInput {...ids} defaultValue="Ward nurse" />}
        </Field>
      ),
    },
    {
      name: 'error',
      draw: () => (
        <Field label="E-mail" error="An address has an @ in it.">
          {(ids) => <TextInput {...ids} defaultValue="jo.park at home" />}
        </Field>
      ),
    },
    {
      name: 'error and hint',
      draw: () => (
        <Field label="E-mail" error="An address has an @ in it." hint="The invitation goes there.">
          {(ids) => <TextInput {...ids} defaultValue="jo.park at home" />}
        </Field>
      ),
    },
    {
      name: 'long text',
      draw: () => (
        <Field
          label="What the candidate should have at hand before the interview begins, if anything"
          hint="It is part of the letter, so write it as you would say it, and leave out what everybody has anyway."
        >
          {(ids) => <TextInput {...ids} />}
        </Field>
      ),
    },
  ],
}
