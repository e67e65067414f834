/** WebGazer's tracker and ridge regression by its own interface, given canvases instead of its video. */

import { script } from './scripts.js'

const FOLDER = '/peers/webgazer/dist/'

export async function openWebGazer() {
  await script(`${FOLDER}webgazer.js`)
  const { webgazer } = window
  webgazer.params.faceMeshSolutionPath = `${FOLDER}mediapipe/face_mesh`
  // It would drag each guess towards the one before: these looks jump.
  webgazer.params.applyKalmanFilter = false
  const tracker = new webgazer.tracker.TFFaceMesh()
  let regression = new webgazer.reg.RidgeReg()
  const eyes = (canvas) => tracker.getEyePatches(canvas, canvas, canvas.width, canvas.height)
  return {
    async read(canvas) {
      return { faces: (await eyes(canvas)) ? 1 : 0 }
    },
    forget() {
      regression = new webgazer.reg.RidgeReg()
    },
    async click(canvas, point) {
      const seen = await eyes(canvas)
      if (seen) regression.addData(seen, point, 'click')
    },
    async guess(canvas) {
      const told = regression.predict(await eyes(canvas))
      return told ? [told.x, told.y] : null
    },
  }
}
