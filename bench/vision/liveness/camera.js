/* Runs ahead of the page: its camera is a canvas, at which an actor sits who reads what the page asks.
   `window.puppet` has the pictures, who it is, and the seed of their slowness. */
;(() => {
  const { pictures, actor, seed } = window.puppet
  const [WIDTH, HEIGHT, EVERY_MS] = [640, 480, 66]
  const GLOW = { red: 'rgb(255 224 224)', green: 'rgb(224 255 224)', blue: 'rgb(224 224 255)' }
  const LIGHT_MS = 80
  const [TURN_MS, TURN_STEP_MS, SHUT_MS] = [1500, 90, 550]
  const OTHER = {
    ...{ turn_left: 'turn_right', turn_right: 'turn_left', 1: '2', 2: '1' },
    ...{ left: 'right', right: 'left', up: 'down', down: 'up' },
    ...{ red: 'green', green: 'blue', blue: 'red' },
  }

  let state = seed * 2654435761 + 12345
  const chance = () => {
    state = Math.imul(state ^ (state >>> 15), 2246822519) + 374761393
    return ((state ^ (state >>> 13)) >>> 0) / 2 ** 32
  }

  /** What the page has asked, newest last: who answers after a while answers what was asked then. */
  const heard = []
  function listen(nowMs) {
    const surface = document.querySelector('[data-asked]')
    const { asked, times, hue } = surface?.dataset ?? {}
    const way = document.querySelector('[data-way]')?.dataset.way
    const sinceMs = asked && heard.at(-1)?.asked === asked ? heard.at(-1).sinceMs : nowMs
    heard.push({ nowMs, sinceMs, asked, times, hue, way })
    while (heard.length > 200) heard.shift()
  }
  const heardAt = (ms) => heard.findLast(({ nowMs }) => nowMs <= ms) ?? {}

  function answer({ asked, times, way, hue }, sinceMs) {
    if (asked === 'turn_left' || asked === 'turn_right') {
      const step = Math.ceil(Math.min(sinceMs, TURN_MS - sinceMs) / TURN_STEP_MS)
      return { face: step > 0 ? `${asked}_${Math.min(step, 3)}` : 'rest' }
    }
    if (asked === 'blink') {
      const isShut = sinceMs < 2 * SHUT_MS * times && sinceMs % (2 * SHUT_MS) < SHUT_MS
      return { face: isShut ? 'shut' : 'rest' }
    }
    return { face: way ? `look_${way}` : 'rest', hue }
  }

  const wrongly = ({ asked, times, way, hue }) => ({
    asked: OTHER[asked] ?? asked,
    times: OTHER[times],
    way: OTHER[way],
    hue: OTHER[hue],
  })

  /** The same every time: everything that can be asked, at a person's pace. */
  const RECORDED = [
    ...[{ asked: 'turn_left' }, { asked: 'turn_right' }, { asked: 'blink', times: '1' }],
    { asked: 'blink', times: '2' },
    ...['left', 'right', 'up', 'down'].map((way) => ({ asked: 'follow_dot', way })),
    ...['red', 'green', 'blue'].map((hue) => ({ asked: 'colour', hue })),
  ]
  const RECORDED_MS = 3500
  const beganMs = chance() * RECORDED.length * RECORDED_MS
  function recorded(nowMs) {
    const atMs = (nowMs + beganMs) % (RECORDED.length * RECORDED_MS)
    return answer(RECORDED[Math.floor(atMs / RECORDED_MS)], atMs % RECORDED_MS)
  }

  let lag = { of: undefined, ms: 0 }
  function pose(nowMs) {
    if (actor === 'photo') return { face: 'rest' }
    if (actor === 'loop') return recorded(nowMs)
    const newest = heard.at(-1)
    if (newest.sinceMs !== lag.of) {
      lag = { of: newest.sinceMs, ms: actor === 'late' ? 4500 + 2000 * chance() : 400 + 400 * chance() }
    }
    const then = heardAt(nowMs - lag.ms)
    // Light is as fast as it is; a program that paints it may be slow.
    const lit = heardAt(nowMs - (actor === 'late' ? lag.ms : LIGHT_MS))
    const understood = { ...then, hue: lit.hue }
    const sinceMs = nowMs - lag.ms - then.sinceMs
    return answer(actor === 'wrong' ? wrongly(understood) : understood, sinceMs)
  }

  const canvas = Object.assign(document.createElement('canvas'), { width: WIDTH, height: HEIGHT })
  const paper = canvas.getContext('2d')
  const faces = {}
  for (const [name, text] of Object.entries(pictures)) {
    const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0))
    createImageBitmap(new Blob([bytes], { type: 'image/jpeg' })).then((face) => (faces[name] = face))
  }

  function film() {
    const nowMs = performance.now()
    listen(nowMs)
    const { face, hue } = pose(nowMs)
    if (!faces[face]) return
    // No hand and no camera is quite still, and the same picture twice is a frozen one.
    paper.drawImage(faces[face], Math.random() - 0.5, Math.random() - 0.5)
    if (!hue) return
    paper.globalCompositeOperation = 'multiply'
    paper.fillStyle = GLOW[hue]
    paper.beginPath()
    paper.ellipse(WIDTH / 2, HEIGHT / 2, WIDTH / 4, HEIGHT / 2, 0, 0, 2 * Math.PI)
    paper.fill()
    paper.globalCompositeOperation = 'source-over'
  }

  const devices = navigator.mediaDevices
  const open = devices.getUserMedia.bind(devices)
  devices.getUserMedia = async ({ video, audio }) => {
    const sound = audio ? (await open({ audio })).getAudioTracks() : []
    if (!video) return new MediaStream(sound)
    setInterval(film, EVERY_MS)
    return new MediaStream([...canvas.captureStream(1000 / EVERY_MS).getVideoTracks(), ...sound])
  }
})()
