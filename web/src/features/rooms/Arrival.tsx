import { useEffect, useState } from 'react'

import { CalibrationStep } from '@/features/calibration/CalibrationStep'
import { LivenessStep } from '@/features/liveness/LivenessStep'
import { allowedFor } from '@/features/proctoring/allowed'
import { Watching } from '@/features/proctoring/watching'
import { type Extra, extrasOf, type Visit } from '@/features/scheduling/visit'

import { afterPaint } from './afterPaint'
import { type Arrived, recall, remember } from './arrivalMemory'
import { CandidateRoom } from './CandidateRoom'
import { GreenRoom } from './GreenRoom'
import { useLocalMedia } from './hooks'
import { LeaveButton } from './LeaveButton'
import { NeutralStep } from './NeutralStep'

type Step = 'devices' | 'neutral' | 'gaze' | 'liveness' | 'room'
type Props = {
  visit: Visit
  observed: boolean
  /** What may be noted beside the face. */
  extras: readonly Extra[]
  /** Back to what they decided. */
  onBack: () => void
  onLeave: () => void
}

/** From the devices to the room, with one camera and one observer all the way. A reload goes straight back in. */
export function Arrival({ visit, observed, extras, onBack, onLeave }: Props) {
  const [media, state] = useLocalMedia()
  const [memory] = useState(() => recall(visit.consent?.given_at))
  const [watching] = useState(() =>
    observed ? startedWatching(visit, memory ?? { off: declined(visit, extras) }) : undefined,
  )
  const [step, setStep] = useState<Step>(memory ? 'room' : 'devices')
  const hasCamera = state.stream.getVideoTracks().length > 0
  useWatched(watching, state.stream, step === 'room')
  useEffect(() => () => watching?.stop(), [watching])
  useEffect(() => watching?.off.watch(() => keep(visit, watching)), [visit, watching])

  const enterRoom = () => {
    keep(visit, watching)
    setStep('room')
  }
  const wayOut = <LeaveButton onLeave={onLeave} />
  const askOrEnter = () => (watching?.allowed.offersLiveness ? setStep('liveness') : enterRoom())
  switch (step) {
    case 'devices':
      return (
        <GreenRoom
          organisation={visit.interview.organisation}
          media={media}
          state={state}
          observer={watching?.observer}
          onBack={onBack}
          wayOut={wayOut}
          onReady={() => (watching && hasCamera ? setStep('neutral') : enterRoom())}
        />
      )
    case 'neutral':
      return (
        watching && (
          <NeutralStep
            visit={visit}
            stream={state.stream}
            observer={watching.observer}
            onBack={() => setStep('devices')}
            wayOut={wayOut}
            onDone={(neutral) => {
              watching.setNeutral(neutral)
              if (!neutral) enterRoom()
              else if (watching.isOn('gaze_point')) setStep('gaze')
              else askOrEnter()
            }}
          />
        )
      )
    case 'gaze':
      return (
        watching && (
          <CalibrationStep
            visit={visit}
            observer={watching.observer}
            limitDeg={watching.allowed.maxGazeRadiusDeg}
            onBack={() => setStep('neutral')}
            wayOut={wayOut}
            onDone={(calibration) => {
              watching.setCalibration(calibration)
              askOrEnter()
            }}
          />
        )
      )
    case 'liveness':
      return (
        watching && (
          <LivenessStep
            visit={visit}
            observer={watching.observer}
            onBack={() => setStep('neutral')}
            wayOut={wayOut}
            onDone={(check) => {
              watching.setLiveness(check)
              enterRoom()
            }}
          />
        )
      )
    case 'room':
      return <CandidateRoom visit={visit} media={media} state={state} watching={watching} />
  }
}

function keep(visit: Visit, watching: Watching | undefined): void {
  remember(visit.consent?.given_at, {
    neutral: watching?.neutral,
    calibration: watching?.calibration.get(),
    liveness: watching?.liveness,
    off: watching && [...watching.off.get()],
  })
}

const declined = ({ watching }: Visit, extras: readonly Extra[]) =>
  extrasOf(watching).filter((item) => !extras.includes(item))

function startedWatching(visit: Visit, { neutral, calibration, liveness, off }: Arrived): Watching {
  const watching = new Watching(allowedFor(visit))
  watching.setNeutral(neutral)
  watching.setCalibration(calibration)
  watching.setLiveness(liveness)
  for (const item of off ?? []) watching.switchTo(item, false)
  return watching
}

/** Whichever camera and microphone are in use. The models are megabytes: the page is drawn before the eye's are
 *  fetched, and those of the rest wait for the room. */
function useWatched(watching: Watching | undefined, stream: MediaStream, inRoom: boolean): void {
  const [camera, microphone] = [stream.getVideoTracks()[0], stream.getAudioTracks()[0]]
  useEffect(() => {
    return watching && camera && afterPaint(() => watching.watchFaces(camera))
  }, [watching, camera])
  useEffect(() => {
    if (microphone) watching?.hear(microphone)
  }, [watching, microphone])
  useEffect(() => {
    if (inRoom) watching?.begin()
  }, [watching, inRoom])
}
