/* Runs in every page: a camera that can be pulled out and put back, as the browser would tell the page.
   Chromium cannot take its fake camera away while it runs; everything past these three doors is real. */
(() => {
  const devices = navigator.mediaDevices
  const opened = new Set()
  let unplugged = false

  const open = devices.getUserMedia.bind(devices)
  devices.getUserMedia = async (wish) => {
    if (unplugged && wish.video) throw new DOMException('Requested device not found', 'NotFoundError')
    const stream = await open(wish)
    for (const track of stream.getVideoTracks()) opened.add(track)
    return stream
  }
  const list = devices.enumerateDevices.bind(devices)
  devices.enumerateDevices = async () =>
    (await list()).filter(({ kind }) => !unplugged || kind !== 'videoinput')

  window.unplugCamera = () => {
    unplugged = true
    for (const track of opened) {
      track.stop()
      track.dispatchEvent(new Event('ended'))
    }
    opened.clear()
    devices.dispatchEvent(new Event('devicechange'))
  }
  window.plugCameraIn = () => {
    unplugged = false
    devices.dispatchEvent(new Event('devicechange'))
  }
})()
