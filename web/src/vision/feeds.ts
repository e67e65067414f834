import type { ToWorker } from './messages'

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
  return MediaStreamTrackProcessor
    ? openStream(new MediaStreamTrackProcessor({ track, maxBufferSize: 1 }).readable, post)
    : openBitmaps(track, post, rate)
}

/** Frames go to the worker without passing through this thread, in hidden tabs too. */
function openStream(frames: ReadableStream<VideoFrame>, post: Post): Feed {
  post({ type: 'frames', frames }, [frames])
  return { close: () => post({ type: 'rest' }, []) }
}

/** Elsewhere a picture is taken from an unseen video at the worker's rate. */
function openBitmaps(track: MediaStreamTrack, post: Post, rate: () => number): Feed {
  const video = document.createElement('video')
  video.muted = video.playsInline = true
  video.srcObject = new MediaStream([track])
  void video.play().catch(() => undefined)
  let timer = window.setTimeout(take, 0)

  function take() {
    timer = window.setTimeout(take, 1000 / rate())
    if (video.readyState < HTMLMediaElement.HAVE_CURRENT_DATA) return
    const atMs = performance.now()
    void createImageBitmap(video).then(
      (bitmap) => post({ type: 'bitmap', bitmap, atMs }, [bitmap]),
      () => undefined,
    )
  }

  return {
    close() {
      window.clearTimeout(timer)
      video.srcObject = null
      post({ type: 'rest' }, [])
    },
  }
}
