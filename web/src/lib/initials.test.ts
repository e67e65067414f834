import { expect, test } from 'vitest'

import { initials } from './initials'

test.each([
  ['Ada', 'A'],
  ['Amara Diallo', 'AD'],
  ['Maximiliane Wolfeschlegelsteinhausenbergerdorff-Featherstonehaugh', 'MF'],
  ['  ngozi   okafor ', 'NO'],
  ['Dr. Éloïse du Pré', 'DP'],
  ['Chloe (agency)', 'C'],
  ['كاي مورينو', 'ك'],
  ['田中 空', '田'],
  ['', ''],
  ['12 Monkeys', 'M'],
])('%s is %s', (name, short) => {
  expect(initials(name)).toBe(short)
})
