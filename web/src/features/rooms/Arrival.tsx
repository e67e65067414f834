import { useEffect, useState } from 'react'

import type { Visit } from '@/features/scheduling/visit'
import type { Neutral, Observer } from '@/vision/contracts'
import { keepBudget } from '@/vision/keepBudget'
import { createObserver } from '@/vision/observer'

import { afterPaint } from './afterPaint'
import { CandidateRoom } from './CandidateRoom'
import { GreenRoom } from './GreenRoom'
import { useLocalMedia } from './hooks'
import { NeutralStep } from './NeutralStep'
import { recall, remember } from './arrivalMemory'

type Step = 'devices' | 'neutral' | 'room'
type Props = { visit: Visit; observed: boolean }

/** From the devices to the room, with one camera and one observer all the way. A reload goes straight back in. */
export function Arrival({ visit, observed }: Props) {
  const [media, state] = useLocalMedia()
  const [observer] = useState(() => (observed ? createObserver({ modelsUrl: '/models/' }) : undefined))
  const [memory] = useState(() => recall(visit.consent?.given_at))
  const [step, setStep] = useState<Step>(memory ? 'room' : 'devices')
  const [neutral, setNeutral] = useState<Neutral | undefined>(memory?.neutral)
  const hasCamera = state.stream.getVideoTracks().length > 0
  useWatchedCamera(observer, state.stream)
  useEffect(() => (observer ? keepBudget(observer) : undefined), [observer])
  useEffect(() => () => observer?.stop(), [observer])

  const enterRoom = (measured: Neutral | undefined) => {
    remember(visit.consent?.given_at, measured)
    setNeutral(measured)
    setStep('room')
  }
  switch (step) {
    case 'devices':
      return (
        <GreenRoom
          visit={visit}
          media={media}
          state={state}
          observer={observer}
          onReady={() => (observer && hasCamera ? setStep('neutral') : enterRoom(undefined))}
        />
      )
    case 'neutral':
      return (
        observer && <NeutralStep visit={visit} stream={state.stream} observer={observer} onDone={enterRoom} />
      )
    case 'room':
      return <CandidateRoom visit={visit} media={media} state={state} observer={observer} neutral={neutral} />
  }
}

/** The observer follows whichever camera is in use. Its models are megabytes: the page is drawn first. */
function useWatchedCamera(observer: Observer | undefined, stream: MediaStream): void {
  const track = stream.getVideoTracks()[0]
  useEffect(() => {
    return observer && track && afterPaint(() => void observer.watch(track))
  }, [observer, track])
}
