import { Field } from '@/ui/Field'
import { Select } from '@/ui/Select'

import type { Sheet } from '../sheet'

const ROLES = [
  { value: 'recruiter', label: 'Recruiter' },
  { value: 'interviewer', label: 'Interviewer' },
]
const LONG = [{ value: 'long', label: 'Senior clinical informatics and perioperative nursing lead, surgery' }]

export const sheet: Sheet = {
  part: 'Select',
  states: [
    {
      name: 'chosen',
      draw: () => <Field label="Role">{(ids) => <Select {...ids} options={ROLES} />}</Field>,
    },
    {
      name: 'focused',
      focused: true,
      draw: () => <Field label="Role">{(ids) => <Select {...ids} options={ROLES} />}</Field>,
    },
    {
      name: 'candidate',
      draw: () => <Field label="Role">{(ids) => <Select {...ids} size="candidate" options={ROLES} />}</Field>,
    },
    {
      name: 'disabled',
      draw: () => <Field label="Role">{(ids) => <Select {...ids} disabled options={ROLES} />}</Field>,
    },
    {
      name: 'error',
      draw: () => (
        <Field label="Role" error="Somebody has to stay the owner.">
          {(ids) => <Select {...ids} options={ROLES} />}
        </Field>
      ),
    },
    {
      name: 'long text',
      draw: () => <Field label="Role">{(ids) => <Select {...ids} options={LONG} />}</Field>,
    },
  ],
}
