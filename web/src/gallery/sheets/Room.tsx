import { Mic, Video } from 'lucide-react'

import { CallButton } from '@/ui/CallButton'
import { Room, type WorkTab } from '@/ui/layouts/Room'

import type { Sheet } from '../sheet'

const WORK: WorkTab[] = [
  { value: 'code', label: 'Code', content: <p className="p-4">What is written</p> },
  { value: 'card', label: 'Scorecard', news: 'new', content: <p className="p-4">What is thought of it</p> },
]

function Talk({ tabs }: { tabs: readonly WorkTab[] }) {
  return (
    <Room
      header={
        <header className="border-b border-line px-5 py-3">
          <h1 className="font-semibold">Nurse, surgery</h1>
        </header>
      }
      notices={null}
      stage={(small) => (
        <div
          className={`stage grid place-items-center bg-sunk text-ink rounded-panel ${small ? 'h-20' : 'h-40'}`}
        >
          People
        </div>
      )}
      beside={<p>Attention</p>}
      tabs={tabs}
      talkLabel="Talk"
      proportions="talk"
      footer={
        <footer className="flex justify-center gap-2 border-t border-line py-2">
          <CallButton label="Mute" icon={<Mic />} />
          <CallButton label="Camera off" icon={<Video />} />
        </footer>
      }
    />
  )
}

export const sheet: Sheet = {
  part: 'Room',
  page: 360,
  wide: 'desk',
  states: [
    { name: 'people alone', draw: () => <Talk tabs={[]} /> },
    { name: 'people and work', draw: () => <Talk tabs={WORK} /> },
  ],
}
