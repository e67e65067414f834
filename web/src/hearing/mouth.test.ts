import { describe, expect, test } from 'vitest'

import { MouthWatch } from './mouth'

function watched(gaps: (number | undefined)[], everyMs = 100): MouthWatch {
  const watch = new MouthWatch()
  for (const [index, gap] of gaps.entries()) watch.saw(gap, index * everyMs)
  return watch
}

describe('lips', () => {
  test('move when the gap changes by more than a still mouth does', () => {
    const talks = [0.02, 0.12, 0.05, 0.15, 0.03, 0.1, 0.02, 0.14]
    expect(watched(talks).tell(750).lips).toBe('moving')
    const smiles = [0.17, 0.175, 0.168, 0.17, 0.174, 0.169, 0.171, 0.17]
    expect(watched(smiles).tell(750)).toMatchObject({ lips: 'still' })
  })

  test('are judged at three pictures a second too', () => {
    expect(watched([0.02, 0.12, 0.04, 0.1], 300).tell(950).lips).toBe('moving')
  })

  test('count for a second and no more', () => {
    const watch = watched([0.02, 0.12, 0.02, 0.12, 0.02])
    for (let k = 5; k <= 16; k++) watch.saw(0.02, k * 100)
    expect(watch.tell(1600).lips).toBe('still')
  })

  test('are out of sight without a face, without news, and at first', () => {
    expect(watched([]).tell(0).lips).toBe('unseen')
    expect(watched([0.02, 0.02]).tell(150).lips).toBe('unseen')
    expect(watched([0.02, 0.02, 0.02, undefined]).tell(350).lips).toBe('unseen')
    expect(watched([0.02, 0.02, 0.02]).tell(701).lips).toBe('unseen')
  })

  test('are surer the further they are from the border', () => {
    const calm = watched([0.02, 0.021, 0.02, 0.021]).tell(300).sure
    const restless = watched([0.02, 0.05, 0.02, 0.05]).tell(300).sure
    expect(calm).toBeGreaterThan(0.9)
    expect(restless).toBeLessThan(calm)
    expect(restless).toBeGreaterThanOrEqual(0.5)
  })
})
