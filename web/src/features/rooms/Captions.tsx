import { Captions as Sign } from 'lucide-react'
import { useTranslation } from 'react-i18next'

import type { Call } from '@/media/contracts'
import { Button } from '@/ui/Button'

import type { RoomState } from './client'
import { useCaptions, useCaptionsSwitch } from './useCaptions'

type People = Pick<RoomState, 'participants'>

/** A place for what is said, in words, where what carries the call delivers them; nothing where it does not. */
export function Captions({ call, room }: { call: Pick<Call, 'onCaption'>; room: People }) {
  return delivers(call) ? <Slot call={call} room={room} /> : null
}

type Delivering = Required<Pick<Call, 'onCaption'>>

const delivers = (call: Pick<Call, 'onCaption'>): call is Delivering => call.onCaption !== undefined

function Slot({ call, room }: { call: Delivering; room: People }) {
  const { t } = useTranslation('rooms')
  const [isOn, turn] = useCaptionsSwitch()
  const said = useCaptions(call)
  const nameOf = (id: string) => room.participants.find((one) => one.id === id)?.name
  return (
    <div className="mt-2 grid justify-items-start gap-2">
      {isOn && (
        <section
          aria-label={t('captions')}
          className="h-24 w-full overflow-y-auto rounded-panel border border-line bg-surface p-3 text-17"
        >
          {said.length === 0 && <p className="text-15 text-ink-2">{t('captions_wait')}</p>}
          <div role="log" className="grid gap-1">
            {said.map(({ id, participant, text }) => (
              <p key={id} dir="auto">
                <span className="text-13 text-ink-2">{nameOf(participant)}</span> {text}
              </p>
            ))}
          </div>
        </section>
      )}
      <Button tone="bare" icon={<Sign aria-hidden className="size-4" />} onClick={turn}>
        {isOn ? t('captions_hide') : t('captions_show')}
      </Button>
    </div>
  )
}
