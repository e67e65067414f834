/** The product's own worker. */

export async function openOurs() {
  const worker = new Worker(new URL('../../../../web/src/vision/worker.ts', import.meta.url), { type: 'module' })
  const modelsUrl = new URL('/models/', location.href).href
  const loaded = answer(worker, 'loaded')
  worker.postMessage({ type: 'load', modelsUrl, timeOrigin: performance.timeOrigin })
  await loaded
  return {
    rest: () => worker.postMessage({ type: 'rest' }),
    async read(canvas, atMs) {
      const bitmap = await createImageBitmap(canvas)
      const read = answer(worker, 'reading')
      worker.postMessage({ type: 'bitmap', bitmap, atMs }, [bitmap])
      const { faces, face } = (await read).reading
      return { faces, irisX: face?.irisX, irisY: face?.irisY, at: face && [face.at.x, face.at.y] }
    },
  }
}

/** The worker's next message of this type. */
function answer(worker, type) {
  return new Promise((resolve, reject) => {
    const listen = ({ data }) => {
      if (data.type !== type && data.type !== 'failed') return
      worker.removeEventListener('message', listen)
      if (data.type === type) resolve(data)
      else reject(new Error(data.reason))
    }
    worker.addEventListener('message', listen)
  })
}
