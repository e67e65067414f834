import { Fact, Facts } from '@/ui/Facts'

import type { Sheet } from '../sheet'

export const sheet: Sheet = {
  part: 'Facts',
  wide: true,
  states: [
    {
      name: 'a few',
      draw: () => (
        <Facts>
          <Fact name="Role">Ward nurse, surgery</Fact>
          <Fact name="Begins">Thursday 26 November, 14:30</Fact>
          <Fact name="Panel">Ines Duarte and Omar Haddad</Fact>
        </Facts>
      ),
    },
    {
      name: 'one',
      draw: () => (
        <Facts>
          <Fact name="Role">Ward nurse</Fact>
        </Facts>
      ),
    },
    {
      name: 'long text',
      draw: () => (
        <Facts>
          <Fact name="Fingerprint of the key">
            9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a089f86d081884c7d659a2feaa0c55ad015
          </Fact>
          <Fact name="Where the interview takes place">In the browser, with a camera and a microphone</Fact>
        </Facts>
      ),
    },
  ],
}
