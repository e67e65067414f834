/** MediaPipe FaceMesh, which runs on the page's thread. */

import { said } from './mesh.js'
import { script } from './scripts.js'

const FOLDER = '/peers/@mediapipe/face_mesh/'
const MOST_FACES = 4

export async function openFaceMesh() {
  await script(`${FOLDER}face_mesh.js`)
  const mesh = new FaceMesh({ locateFile: (file) => FOLDER + file })
  mesh.setOptions({ maxNumFaces: MOST_FACES, refineLandmarks: true })
  let newest = []
  mesh.onResults(({ multiFaceLandmarks }) => (newest = multiFaceLandmarks ?? []))
  await mesh.initialize()
  return {
    rest: () => mesh.reset(),
    async read(canvas) {
      await mesh.send({ image: canvas })
      return said(newest.map((points) => points.map(({ x, y }) => [x * canvas.width, y * canvas.height])))
    },
  }
}
