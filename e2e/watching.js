/* Runs in the candidate's page: notes which frame of the clip the camera shows, ten times a second.
   The strip of blocks that it reads is described in bench/puppet/timecode.py. */
(() => {
  const BLOCK = 16
  const TOP = 464
  const canvas = new OffscreenCanvas(640, 480)
  const pen = canvas.getContext('2d', { willReadFrequently: true })
  const seen = []
  window.framesSeen = seen

  const frameShown = (video) => {
    pen.drawImage(video, 0, 0, 640, 480)
    const bits = Array.from({ length: 18 }, (_, k) => {
      const { data } = pen.getImageData(k * BLOCK + 5, TOP + 5, 6, 6)
      let sum = 0
      for (let i = 0; i < data.length; i += 4) sum += data[i]
      return sum / (data.length / 4) > 128 ? 1 : 0
    })
    const number = bits.slice(2, 14).reduce((value, bit) => value * 2 + bit, 0)
    const check = bits.slice(14).reduce((value, bit) => value * 2 + bit, 0)
    const expected = (number >> 8) ^ ((number >> 4) & 15) ^ (number & 15) ^ 0b1010
    return bits[0] === 1 && bits[1] === 0 && check === expected ? number : null
  }

  setInterval(() => {
    const video = document.querySelector('video[data-own]')
    if (!video || video.readyState < 2) return
    const frame = frameShown(video)
    if (frame !== null) seen.push([performance.timeOrigin + performance.now(), frame])
  }, 100)
})()
