import type { ToWorker } from './messages'
import { Pace } from './pace'

/** Brings a track's pictures to the worker until it is closed. */
export interface Feed {
  close(): void
}

type Post = (message: ToWorker, transfer: Transferable[]) => void

/** In Chromium's windows; not in the standard's list for them, hence not in TypeScript's. */
type TrackProcessor = new (init: { track: MediaStreamTrack; maxBufferSize: number }) => {
  readable: ReadableStream<VideoFrame>
}

export function openFeed(track: MediaStreamTrack, post: Post, rate: () => number): Feed {
  const { MediaStreamTrackProcessor } = globalThis as { MediaStreamTrackProcessor?: TrackProcessor }
  // A talk can end while the models load: an ended track has no frames, and a processor refuses it.
  if (track.readyState === 'ended') return { close: () => undefined }
  return MediaStreamTrackProcessor
    ? openStream(new MediaStreamTrackProcessor({ track, maxBufferSize: 1 }).readable, post)
    : openBitmaps(track, post, rate)
}

/** Frames go to the worker without passing through this thread, in hidden tabs too. */
function openStream(frames: ReadableStream<VideoFrame>, post: Post): Feed {
  post({ type: 'frames', frames }, [frames])
  return { close: () => post({ type: 'rest' }, []) }
}

/** Elsewhere pictures are taken from an unseen video at the worker's rate. */
function openBitmaps(track: MediaStreamTrack, post: Post, rate: () => number): Feed {
  const video = document.createElement('video')
  video.muted = video.playsInline = true
  video.srcObject = new MediaStream([track])
  void video.play().catch(() => undefined)

  const stop = eachFrame(video, rate, () => {
    const atMs = performance.now()
    void createImageBitmap(video).then(
      (bitmap) => post({ type: 'bitmap', bitmap, atMs }, [bitmap]),
      () => undefined,
    )
  })

  return {
    close() {
      stop()
      video.srcObject = null
      post({ type: 'rest' }, [])
    },
  }
}

/** Each frame that is due; where a browser does not tell of frames, whatever is shown at that time. */
function eachFrame(video: HTMLVideoElement, rate: () => number, take: () => void): () => void {
  return 'requestVideoFrameCallback' in video ? onFrames(video, rate, take) : onTimer(video, rate, take)
}

function onFrames(video: HTMLVideoElement, rate: () => number, take: () => void): () => void {
  const pace = new Pace(rate())
  const next = (nowMs: number) => {
    callback = video.requestVideoFrameCallback(next)
    pace.rate = rate()
    if (pace.due(nowMs)) take()
  }
  let callback = video.requestVideoFrameCallback(next)
  return () => video.cancelVideoFrameCallback(callback)
}

function onTimer(video: HTMLVideoElement, rate: () => number, take: () => void): () => void {
  const next = () => {
    timer = window.setTimeout(next, 1000 / rate())
    if (video.readyState >= HTMLMediaElement.HAVE_CURRENT_DATA) take()
  }
  let timer = window.setTimeout(next, 0)
  return () => window.clearTimeout(timer)
}
