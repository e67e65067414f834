import { FairviewProblem } from '@/api/problem'
import { FileDrop } from '@/ui/FileDrop'

import { chooseIn } from '../acts'
import type { Sheet } from '../sheet'

const nothing = () => undefined
const still = { kinds: '.csv', limitMb: 50, hint: 'CSV or XLSX, up to 50 MB', onSent: nothing }
const people = new File(['Name'], 'nurses.csv')

function onItsWay(_: File, { onProgress }: { onProgress: (share: number) => void }): Promise<void> {
  onProgress(0.4)
  return new Promise(nothing)
}

const refused = () => Promise.reject(new FairviewProblem({ code: 'offline' }))

export const sheet: Sheet = {
  part: 'FileDrop',
  states: [
    { name: 'empty', draw: () => <FileDrop {...still} send={onItsWay} /> },
    { name: 'focused', focused: true, draw: () => <FileDrop {...still} send={onItsWay} /> },
    {
      name: 'on its way',
      act: chooseIn('input', people),
      awaits: '[role=progressbar]',
      draw: () => <FileDrop {...still} send={onItsWay} />,
    },
    {
      name: 'did not arrive',
      act: chooseIn('input', people),
      awaits: '[role=alert]',
      draw: () => <FileDrop {...still} send={refused} />,
    },
  ],
}
