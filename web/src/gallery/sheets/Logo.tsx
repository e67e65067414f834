import { Logo } from '@/ui/Logo'

import type { Sheet } from '../sheet'

/** A picture that the gallery has: there is no server behind it. */
const mark = { id: '../../mark.svg', width: 128, height: 128 }
const missing = { id: 'missing', width: 300, height: 60 }

export const sheet: Sheet = {
  part: 'Logo',
  states: [
    { name: 'as it is', draw: () => <Logo logo={mark} name="Northwind Hospital" /> },
    { name: 'wide', draw: () => <Logo logo={{ ...mark, width: 900 }} name="Northwind Hospital" /> },
    { name: 'not there', draw: () => <Logo logo={missing} name="Northwind Hospital" /> },
  ],
}
