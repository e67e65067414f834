/** Where a part of a picture lies in a frame that the picture covers, as `object-fit: cover` has it. */

import type { Box, Point } from '@/vision/geometry'

import type { ShownBox, ShownGaze } from './shown'

export interface Size {
  width: number
  height: number
}

/** The arrow of somebody who looks straight aside, in widths of the picture. */
const REACH = 0.45

/** Takes thousandths of a picture to pixels of the frame. */
export class Fit {
  private readonly scale: number

  constructor(
    private readonly picture: Size,
    private readonly frame: Size,
    /** One's own picture is shown as in a mirror. */
    private readonly isMirrored: boolean,
  ) {
    this.scale = Math.max(frame.width / picture.width, frame.height / picture.height)
  }

  point(leftPm: number, topPm: number): Point {
    const { picture, frame, scale } = this
    const x = frame.width / 2 + (leftPm / 1000 - 0.5) * picture.width * scale
    const y = frame.height / 2 + (topPm / 1000 - 0.5) * picture.height * scale
    return { x: this.isMirrored ? frame.width - x : x, y }
  }

  box({ left_pm: left, top_pm: top, width_pm: width, height_pm: height }: ShownBox): Box {
    const [one, other] = [this.point(left, top), this.point(left + width, top + height)]
    return {
      x: Math.min(one.x, other.x),
      y: one.y,
      width: Math.abs(other.x - one.x),
      height: other.y - one.y,
    }
  }

  /** From between the eyes to where the arrow ends. */
  arrow({ from_left_pm, from_top_pm, right_pm, down_pm }: ShownGaze): readonly [Point, Point] {
    const from = this.point(from_left_pm, from_top_pm)
    const length = (REACH * this.picture.width * this.scale) / 1000
    const right = this.isMirrored ? -right_pm : right_pm
    return [from, { x: from.x + right * length, y: from.y + down_pm * length }]
  }
}
