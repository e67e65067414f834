/** Devices and calls as pages see them. No React here. */

export type MediaProblem = 'denied' | 'not_found' | 'in_use' | 'lost' | 'insecure' | 'unsupported' | 'failed'

export interface DeviceChoice {
  cameraId?: string
  microphoneId?: string
}

export interface LocalMediaState {
  stream: MediaStream
  cameras: MediaDeviceInfo[]
  microphones: MediaDeviceInfo[]
  choice: DeviceChoice
  cameraOn: boolean
  microphoneOn: boolean
  /** What is wrong with each device, if anything: said to the person, never hidden. */
  cameraProblem?: MediaProblem
  microphoneProblem?: MediaProblem
}

/** This person's own camera and microphone. Remembers the choice; notices unplugging; finds devices again. */
export interface LocalMedia {
  readonly state: LocalMediaState
  onState(listener: (state: LocalMediaState) => void): () => void
  open(): Promise<void>
  choose(choice: DeviceChoice): Promise<void>
  setCamera(on: boolean): void
  setMicrophone(on: boolean): void
  /** 0..1, smoothed loudness of the microphone, for a meter. */
  onLevel(listener: (level: number) => void): () => void
  close(): void
}

export interface RemotePeer {
  participant: string
  stream: MediaStream
  state: 'connecting' | 'connected' | 'disconnected' | 'restarting' | 'closed'
}

/** Words of somebody in the call, while they are said. */
export interface Caption {
  participant: string
  /** The same id again: the same words, better heard. */
  id: string
  text: string
}

/** A call with everyone else in the room. `mesh` now; other backends keep this shape. */
export interface Call {
  readonly peers: RemotePeer[]
  onPeers(listener: (peers: RemotePeer[]) => void): () => void
  /** Bytes and frames per peer, for tests, diagnostics and the stalled-picture watch. */
  stats(): Promise<
    Record<string, { framesDecoded: number; audioBytesSent: number; audioBytesReceived: number }>
  >
  /** How loud the others come out of this device now, 0..1: the loudest of them. */
  othersLevel(): number
  /** Where what carries the call also writes down what is said. `mesh` does not. */
  onCaption?(listener: (caption: Caption) => void): () => void
  close(): void
}
