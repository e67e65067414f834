import { Field } from '@/ui/Field'
import { PasswordInput } from '@/ui/PasswordInput'

import { clickIn } from '../acts'
import type { Sheet } from '../sheet'

const filled = () => (
  <Field label="Password">{(ids) => <PasswordInput {...ids} defaultValue="three green herons" />}</Field>
)

export const sheet: Sheet = {
  part: 'PasswordInput',
  states: [
    { name: 'empty', draw: () => <Field label="Password">{(ids) => <PasswordInput {...ids} />}</Field> },
    { name: 'filled', draw: filled },
    { name: 'focused', focused: true, draw: filled },
    { name: 'shown', act: clickIn('button'), draw: filled },
    {
      name: 'error',
      draw: () => (
        <Field label="Password" error="Use at least twelve characters.">
          {(ids) => <PasswordInput {...ids} defaultValue="short" />}
        </Field>
      ),
    },
  ],
}
