import { useId } from 'react'

import { Fold, Opener } from '@/ui/Fold'

import type { Sheet } from '../sheet'

const nothing = () => undefined

function Sum({ open }: { open: boolean }) {
  const id = useId()
  return (
    <>
      <Opener id={id} open={open} onToggle={nothing}>
        Attention: 92 of 100
      </Opener>
      <Fold id={id} open={open} onFound={nothing}>
        <p>Looked away three times, and was away once.</p>
      </Fold>
    </>
  )
}

export const sheet: Sheet = {
  part: 'Fold',
  states: [
    { name: 'closed', draw: () => <Sum open={false} /> },
    { name: 'open', draw: () => <Sum open /> },
    { name: 'focused', focused: true, draw: () => <Sum open={false} /> },
  ],
}
