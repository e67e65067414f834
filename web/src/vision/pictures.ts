import type { Picture } from './crop'

/** Longer side of the pictures that are read. The models look at 192 pixels of a face: more adds only cost. */
const LONGEST_SIDE = 640

/** A covered lens shows its own noise around nothing, grey levels; the darkest room with a face in it has 39. */
const BLACK_LIGHT = 12
const BLACK_SPREAD = 8
/** Every so many bytes are looked at: all three colours, all over the picture. */
const STRIDE = 61

export type TakenPicture = Picture & {
  /** Takes the picture's pixels to the frame's. */
  scale: number
}

/** Pixels out of a frame, on a canvas that no page ever sees. */
export class PictureTaker {
  private canvas = new OffscreenCanvas(1, 1)
  private brush = this.newBrush()

  constructor(private readonly longestSide: number = LONGEST_SIDE) {}

  /** The frame itself where it can be had, which is cheaper; otherwise as drawn. */
  async read(frame: VideoFrame): Promise<TakenPicture> {
    const { displayWidth: width, displayHeight: height } = frame
    const isSmall = Math.max(width, height) <= this.longestSide
    const data = isSmall ? await copyOf(frame, width, height) : undefined
    return data ? { data, width, height, scale: 1 } : this.take(frame, width, height)
  }

  take(frame: CanvasImageSource, frameWidth: number, frameHeight: number): TakenPicture {
    const scale = Math.max(1, Math.max(frameWidth, frameHeight) / this.longestSide)
    const width = Math.round(frameWidth / scale)
    const height = Math.round(frameHeight / scale)
    if (this.canvas.width !== width || this.canvas.height !== height) {
      this.canvas = new OffscreenCanvas(width, height)
      this.brush = this.newBrush()
    }
    this.brush.drawImage(frame, 0, 0, width, height)
    return { data: this.brush.getImageData(0, 0, width, height).data, width, height, scale }
  }

  private newBrush(): OffscreenCanvasRenderingContext2D {
    const brush = this.canvas.getContext('2d', { willReadFrequently: true, alpha: false })
    if (!brush) throw new Error('No 2D canvas in this worker.')
    return brush
  }
}

/** The pixels that drawing would give, where browser and camera allow it: the frame as it is, not turned. */
async function copyOf(
  frame: VideoFrame,
  width: number,
  height: number,
): Promise<Uint8ClampedArray | undefined> {
  const { visibleRect } = frame
  const rotation = (frame as { rotation?: number }).rotation
  if (rotation || visibleRect?.width !== width || visibleRect.height !== height) return undefined
  const data = new Uint8ClampedArray(width * height * 4)
  const asked = { format: 'RGBA' } as VideoFrameCopyToOptions
  try {
    // A browser that does not know the option would answer in the camera's own, smaller format.
    if (frame.allocationSize(asked) !== data.length) return undefined
    await frame.copyTo(data, asked)
    return data
  } catch {
    return undefined
  }
}

const JPEG_QUALITY = 0.8

export async function jpegOf({ data, width, height }: Picture): Promise<Blob> {
  const canvas = new OffscreenCanvas(width, height)
  canvas.getContext('2d')?.putImageData(new ImageData(new Uint8ClampedArray(data), width, height), 0, 0)
  return canvas.convertToBlob({ type: 'image/jpeg', quality: JPEG_QUALITY })
}

/** Neither light nor anything to see: a covered lens, a closed shutter. */
export function isBlack({ data }: Pick<Picture, 'data'>): boolean {
  let [count, sum, squares] = [0, 0, 0]
  for (let at = 0; at < data.length; at += STRIDE) {
    if (at % 4 === 3) continue
    const value = data[at] ?? 0
    sum += value
    squares += value * value
    count++
  }
  const mean = sum / count
  return mean < BLACK_LIGHT && squares / count - mean * mean < BLACK_SPREAD ** 2
}
