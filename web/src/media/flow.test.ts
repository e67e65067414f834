import { expect, test } from 'vitest'
import { PictureWatch } from './flow'

test('pictures that stop are noticed after a second and a half', () => {
  const watch = new PictureWatch(0)
  watch.see(500, 10, true)
  watch.see(1_500, 10, true)
  expect(watch.stalledSince(2_000)).toBeUndefined()
  expect(watch.stalledSince(2_100)).toBe(500)
  watch.see(2_500, 11, true)
  expect(watch.stalledSince(2_600)).toBeUndefined()
})

test('before the first picture something is missing from the beginning', () => {
  const watch = new PictureWatch(100)
  watch.see(600, 0, true)
  expect(watch.stalledSince(600)).toBe(100)
})

test('a camera that is off is not missed', () => {
  const watch = new PictureWatch(0)
  watch.see(60_000, 0, false)
  expect(watch.stalledSince(60_500)).toBeUndefined()
})
