/** What peers with the usual mesh of 478 points say, in our terms: iris ratios as `web/src/vision/eyes.ts` has them. */

const EYES = [
  { corners: [33, 133], iris: 468 },
  { corners: [362, 263], iris: 473 },
]

/** `meshes`: of each face, points [x, y] in pixels. */
export function said(meshes) {
  const [mesh] = meshes
  if (!mesh) return { faces: 0 }
  const ratios = EYES.map(({ corners: [left, right], iris }) => ratio(mesh[left], mesh[right], mesh[iris]))
  const corners = EYES.flatMap((eye) => eye.corners).map((corner) => mesh[corner])
  return {
    faces: meshes.length,
    irisX: mean(ratios.map(([along]) => along)),
    irisY: mean(ratios.map(([, below]) => below)),
    at: [mean(corners.map(([x]) => x)), mean(corners.map(([, y]) => y))],
  }
}

function ratio(left, right, iris) {
  const across = [right[0] - left[0], right[1] - left[1]]
  const toIris = [iris[0] - left[0], iris[1] - left[1]]
  const squared = across[0] ** 2 + across[1] ** 2
  return [
    (toIris[0] * across[0] + toIris[1] * across[1]) / squared,
    (across[0] * toIris[1] - across[1] * toIris[0]) / squared,
  ]
}

function mean(numbers) {
  return numbers.reduce((sum, number) => sum + number, 0) / numbers.length
}
