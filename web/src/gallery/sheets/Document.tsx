import { Document, Passage } from '@/ui/layouts/Document'

import type { Sheet } from '../sheet'

const TEXT =
  'Cai talked with Ines for three quarters of an hour. Nothing was noted but three glances beside the screen, and the work that was written is below.'

export const sheet: Sheet = {
  part: 'Document',
  wide: 'desk',
  states: [
    {
      name: 'with a note beside',
      draw: () => (
        <Document>
          <Passage note="Observed for 96 % of the time.">
            <p className="font-serif text-20">{TEXT}</p>
          </Passage>
          <Passage>
            <p>{TEXT}</p>
          </Passage>
        </Document>
      ),
    },
  ],
}
