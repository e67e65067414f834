/** Shows interviewers what the device sees, while it sees and the person leaves it on. Nothing of it is kept. */

import type { Watching } from '../watching'

import { NOTHING, type Shown, shownOf } from './shown'

/** Five times a second at most; and once a second though nothing moved, since what is old is not drawn. */
const LEAST_MS = 200
const MOST_MS = 1000
/** Smaller steps cannot be seen: thousandths of the picture, and of an arrow. */
const STEP_PM = { box: 6, arrow: 30 }

type Show = (message: Shown & { is_switched_off?: boolean }) => void
type Shared = Pick<Watching, 'seen' | 'off' | 'isOn' | 'observer'>

/** Until the returned function ends it. One empty message follows whatever was shown. */
export function shareOverlay(watching: Shared, show: Show): () => void {
  const sharing = new Sharing(watching, show)
  const stops = [
    watching.seen.watch(() => sharing.look()),
    watching.off.watch(() => sharing.followSwitch()),
    watching.observer.onStatus(({ state }) => {
      if (state !== 'watching') sharing.clear()
    }),
  ]
  sharing.followSwitch()
  return () => {
    for (const stop of stops) stop()
    sharing.clear()
  }
}

class Sharing {
  private last = NOTHING
  private lastMs = -Infinity
  private isOff = false

  constructor(
    private readonly watching: Shared,
    private readonly show: Show,
  ) {}

  look(): void {
    const seen = this.watching.seen.get()
    if (!seen || this.isOff) return
    const { atMs } = seen.reading
    if (atMs - this.lastMs < LEAST_MS) return
    const shown = shownOf(seen)
    const isOld = atMs - this.lastMs >= MOST_MS && shown.boxes.length > 0
    if (!isOld && !differ(shown, this.last)) return
    this.last = shown
    this.lastMs = atMs
    this.show(shown)
  }

  clear(): void {
    if (this.last.boxes.length) this.show(NOTHING)
    this.last = NOTHING
  }

  followSwitch(): void {
    const isOff = !this.watching.isOn('overlay')
    if (isOff === this.isOff) return
    this.isOff = isOff
    this.last = NOTHING
    this.show({ ...NOTHING, is_switched_off: isOff })
  }
}

function differ(one: Shown, other: Shown): boolean {
  if (one.boxes.map(({ what }) => what).join() !== other.boxes.map(({ what }) => what).join()) return true
  if (Boolean(one.gaze) !== Boolean(other.gaze)) return true
  return (
    one.boxes.some((box, index) => isApart(box, other.boxes[index], STEP_PM.box)) ||
    isApart(one.gaze, other.gaze, STEP_PM.arrow)
  )
}

/** By more than a step in any of their numbers. */
function isApart(one: object | null | undefined, other: object | null | undefined, step: number): boolean {
  const [now, before] = [numbersOf(one), numbersOf(other)]
  return now.some((value, index) => Math.abs(value - (before[index] ?? 0)) > step)
}

const numbersOf = (shape: object | null | undefined) =>
  Object.values(shape ?? {}).filter((value) => typeof value === 'number')
