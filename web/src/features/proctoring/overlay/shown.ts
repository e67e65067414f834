/** What is drawn over a picture of the candidate, on both sides: boxes and the direction of the look. */

import type { Upward } from '@/api/messages'
import type { Sighting } from '@/vision/contracts'
import type { Box, Point } from '@/vision/geometry'
import { mayBeAHand } from '@/vision/objects/hands'

import type { Seen } from '../watching'

type Message = Extract<Upward, { type: 'proctoring.show_overlay' }>
export type Shown = Pick<Message, 'boxes' | 'gaze'>
export type ShownBox = Shown['boxes'][number]
export type ShownGaze = NonNullable<Shown['gaze']>

export const NOTHING: Shown = { boxes: [], gaze: null }

/** The message holds no more boxes, and none that lies farther out. */
const MOST_BOXES = 16
const [LEAST_PM, MOST_PM] = [-2000, 3000]

/** In thousandths of the picture, so that it fits however large it is shown. */
export function shownOf({ reading, things, gaze }: Seen): Shown {
  const { face } = reading
  const faceBox = face && boxOf('face', face.box, reading)
  const thingBoxes = things.map((thing) => boxOf(wordOf(thing, face?.box), thing.box, reading))
  return {
    boxes: [...(faceBox ? [faceBox] : []), ...thingBoxes].slice(0, MOST_BOXES),
    gaze: face && gaze ? gazeFrom(face.at, gaze, reading) : null,
  }
}

const wordOf = (thing: Sighting, face: Box | undefined): ShownBox['what'] =>
  mayBeAHand(thing, face) ? 'hand_or_phone' : thing.countsAs

function boxOf(what: ShownBox['what'], box: Box, { width, height }: Seen['reading']): ShownBox {
  return {
    what,
    left_pm: permille(box.x / width),
    top_pm: permille(box.y / height),
    width_pm: permille(box.width / width),
    height_pm: permille(box.height / height),
  }
}

/** The person's left is the picture's right. */
function gazeFrom(at: Point, gaze: NonNullable<Seen['gaze']>, { width, height }: Seen['reading']): ShownGaze {
  return {
    from_left_pm: permille(at.x / width),
    from_top_pm: permille(at.y / height),
    right_pm: sine(gaze.left),
    down_pm: sine(-gaze.up),
  }
}

const permille = (share: number) => Math.min(Math.max(Math.round(share * 1000), LEAST_PM), MOST_PM)

/** Farther than across, an arrow cannot point. */
const sine = (degrees: number) =>
  Math.round(Math.sin((Math.min(Math.max(degrees, -90), 90) * Math.PI) / 180) * 1000)
