import { Button } from '@/ui/Button'
import { Dialog } from '@/ui/Dialog'
import { Field } from '@/ui/Field'
import { TextInput } from '@/ui/TextInput'

import type { Sheet } from '../sheet'

const SENTENCE = 'Everybody on the panel is told, and the candidate gets a letter with the new time. '

export const sheet: Sheet = {
  part: 'Dialog',
  page: 400,
  states: [
    {
      name: 'with a field',
      draw: () => (
        <Dialog
          open
          title="Rename the pool"
          description="The name is seen by everybody at the desk."
          footer={
            <>
              <Button tone="bare">Cancel</Button>
              <Button tone="main">Rename</Button>
            </>
          }
        >
          <Field label="Name">{(ids) => <TextInput {...ids} defaultValue="Nurses, autumn" />}</Field>
        </Dialog>
      ),
    },
    {
      name: 'only words',
      draw: () => (
        <Dialog open title="What is kept">
          <p>The record of the interview is kept for ninety days and then erased.</p>
        </Dialog>
      ),
    },
    {
      name: 'wide',
      draw: () => (
        <Dialog open wide title="All answers">
          <p>{SENTENCE.repeat(3)}</p>
        </Dialog>
      ),
    },
    {
      name: 'long text',
      draw: () => (
        <Dialog
          open
          title="The interview with Maximiliane Wolfeschlegelsteinhausenbergerdorff moves to another day"
          footer={<Button tone="main">Tell everybody and move it</Button>}
        >
          <p>{SENTENCE.repeat(9)}</p>
        </Dialog>
      ),
    },
  ],
}
