import type { Sighting } from '../contracts'
import { overlap, type Box } from '../geometry'

const NEAR_FACE = 0.25

/** Whether a phone is only "hand or phone": most that are none are fingers at ear or mouth. */
export function mayBeAHand(sighting: Sighting, face: Box | undefined): boolean {
  if (!face || sighting.countsAs !== 'phone') return false
  const wide = face.width * NEAR_FACE
  const tall = face.height * NEAR_FACE
  const width = face.width + 2 * wide
  const height = face.height + 2 * tall
  return overlap(sighting.box, { x: face.x - wide, y: face.y - tall, width, height }) > 0
}
