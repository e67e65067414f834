/* Runs in every page: keeps the peer connections that it makes, so that their statistics can be read. */
window.peerConnections = []
window.RTCPeerConnection = class extends RTCPeerConnection {
  constructor(...options) {
    super(...options)
    window.peerConnections.push(this)
  }
}
/* Whether pictures are decoded and sound flows both ways on so many connections that are open. */
window.mediaFlows = async (others) => {
  let flowing = 0
  for (const connection of window.peerConnections) {
    const stats = [...(await connection.getStats()).values()]
    const of = (type, kind) => stats.find((one) => one.type === type && one.kind === kind)
    const sees = of('inbound-rtp', 'video')?.framesDecoded > 10
    const hears = of('inbound-rtp', 'audio')?.bytesReceived > 0
    const speaks = of('media-source', 'audio')?.totalAudioEnergy > 0
    if (connection.connectionState === 'connected' && sees && hears && speaks) flowing++
  }
  return flowing >= others
}

window.picturesDecoded = async () => {
  let decoded = 0
  for (const connection of window.peerConnections)
    for (const one of (await connection.getStats()).values())
      if (one.type === 'inbound-rtp' && one.kind === 'video') decoded += one.framesDecoded
  return decoded
}

window.soundHeard = async () => {
  let energy = 0
  for (const connection of window.peerConnections)
    for (const one of (await connection.getStats()).values())
      if (one.type === 'inbound-rtp' && one.kind === 'audio') energy += one.totalAudioEnergy
  return energy
}

/* What camera and microphone have given to this page so far. */
window.capturedTracks = []
const openDevices = navigator.mediaDevices?.getUserMedia.bind(navigator.mediaDevices)
if (openDevices)
  navigator.mediaDevices.getUserMedia = async (wish) => {
    const stream = await openDevices(wish)
    window.capturedTracks.push(...stream.getTracks())
    return stream
  }
