import { Scene } from '@/ui/Scene'
import { Story } from '@/ui/Story'

import type { Sheet } from '../sheet'

const PARTS = [
  { of: 'read', title: 'You read and decide', span: 'about 3 minutes' },
  { of: 'test', title: 'You test camera and sound', span: 'about 2 minutes' },
  { of: 'wait', title: 'You wait in the lobby', span: 'until they let you in' },
  { of: 'talk', title: 'You talk', span: '45 minutes' },
  { of: 'decide', title: 'People read and decide' },
] as const

export const sheet: Sheet = {
  part: 'Story',
  states: [
    {
      name: 'five things, one after another',
      draw: () => (
        <Story
          parts={PARTS.map(({ of, ...part }) => ({
            ...part,
            drawing: <Scene of={of} />,
            text: 'A sentence or two that say what happens, and what is safe.',
          }))}
        />
      ),
    },
  ],
}
