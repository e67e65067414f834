/** A short, soft chord from the device's own speaker, so that a person can tell whether they will hear the others. */

const NOTES_HZ = [392, 494, 587]
const NOTE_S = 0.28
const LOUDNESS = 0.18

export async function playTestSound(): Promise<void> {
  const context = new AudioContext()
  await context.resume()
  const ends = NOTES_HZ.map((pitch, place) => soundAt(context, pitch, context.currentTime + place * NOTE_S))
  await ends.at(-1)
  await context.close()
}

/** Swells and fades, so that it does not click. */
function soundAt(context: AudioContext, pitch: number, at: number): Promise<void> {
  const tone = new OscillatorNode(context, { frequency: pitch, type: 'sine' })
  const volume = new GainNode(context, { gain: 0 })
  volume.gain.setValueAtTime(0, at)
  volume.gain.linearRampToValueAtTime(LOUDNESS, at + NOTE_S / 4)
  volume.gain.linearRampToValueAtTime(0, at + 2 * NOTE_S)
  tone.connect(volume).connect(context.destination)
  tone.start(at)
  tone.stop(at + 2 * NOTE_S)
  return new Promise((resolve) => {
    tone.onended = () => resolve()
  })
}
