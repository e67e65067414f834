/* Runs in the candidate's page: a camera that shows somebody who looks where the page asks them to.
   A file cannot follow dots that come when they like. Pictures come from `/looking/NAME-K.jpg`, as the test draws
   them: NAME is the dot that the page shows, or whatever `window.looksAt` says. */
;(() => {
  const SHOWN_EVERY_MS = 50
  const CHANGES_EVERY_MS = 150
  const devices = navigator.mediaDevices
  const open = devices.getUserMedia.bind(devices)
  const pictures = new Map()
  window.looksAt = 'middle'

  const load = async (address) => {
    const answer = await fetch(address)
    return answer.ok ? createImageBitmap(await answer.blob()) : undefined
  }
  const picturesOf = async (name) => {
    const found = []
    for (let k = 0; ; k++) {
      const picture = await load(`/looking/${name}-${k}.jpg`)
      if (!picture) return found
      found.push(picture)
    }
  }
  const wanted = () => {
    const dot = document.querySelector('[data-dot]')
    return dot ? `dot${dot.dataset.dot}` : window.looksAt
  }

  const camera = () => {
    const canvas = Object.assign(document.createElement('canvas'), { width: 640, height: 480 })
    const brush = canvas.getContext('2d')
    const asked = new Set()
    setInterval(() => {
      const name = wanted()
      if (!asked.has(name)) {
        asked.add(name)
        picturesOf(name).then((found) => pictures.set(name, found))
      }
      const shown = pictures.get(name) ?? pictures.get('middle')
      if (!shown?.length) return
      brush.drawImage(shown[Math.floor(performance.now() / CHANGES_EVERY_MS) % shown.length], 0, 0)
      // A camera's noise never repeats.
      brush.fillStyle = `rgb(${performance.now() % 255}, 90, 90)`
      brush.fillRect(0, 0, 4, 4)
    }, SHOWN_EVERY_MS)
    return canvas.captureStream(20).getVideoTracks()[0]
  }

  devices.getUserMedia = async (wish) => {
    const sound = wish.audio ? (await open({ audio: wish.audio })).getAudioTracks() : []
    return new MediaStream([...sound, ...(wish.video ? [camera()] : [])])
  }
})()
