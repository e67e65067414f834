/** The product's observer and its requests, shown as little as the puppet needs; the bench calls `window.bench`. */

import { Asking } from '@/features/liveness/asking'
import { createObserver } from '@/vision/observer'

const observer = createObserver({ modelsUrl: '/models/' })

function show({ phase, challenge, way, hue }) {
  const isAsked = phase === 'asked'
  set('asked', isAsked ? challenge.asked : undefined)
  set('times', isAsked ? challenge.times : undefined)
  set('way', way)
  set('hue', hue)
}

function set(name, value) {
  if (value === undefined) delete document.body.dataset[name]
  else document.body.dataset[name] = value
}

window.bench = {
  async watch() {
    const stream = await navigator.mediaDevices.getUserMedia({ video: true })
    await observer.watch(stream.getVideoTracks()[0])
    return observer.status
  },
  /** One whole check; what came of it, and how long it took. */
  check(withColour) {
    const startedMs = performance.now()
    const asking = new Asking(observer, withColour)
    return new Promise((resolve) => {
      asking.state.watch(() => {
        const state = asking.state.get()
        show(state)
        if (state.phase === 'done') resolve({ ...state.check, tookMs: performance.now() - startedMs })
      })
    })
  },
}
