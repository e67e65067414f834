import type { Picture } from './crop'

/** Longer side of the pictures that are read. The models look at 192 pixels of a face: more adds only cost. */
const LONGEST_SIDE = 640

/** Pixels out of a frame, on a canvas that no page ever sees. */
export class PictureTaker {
  private canvas = new OffscreenCanvas(1, 1)
  private brush = this.newBrush()

  /** `scale` takes the picture's pixels to the frame's. */
  take(frame: CanvasImageSource, frameWidth: number, frameHeight: number): Picture & { scale: number } {
    const scale = Math.max(1, Math.max(frameWidth, frameHeight) / LONGEST_SIDE)
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
