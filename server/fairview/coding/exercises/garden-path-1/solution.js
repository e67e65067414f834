const MODULUS = 1_000_000_007

/** In how many ways the slabs fill the path, no two of a length side by side, modulo MODULUS. */
function waysToLay(length, slabs) {
  const ways = [1]
  const endingIn = new Map(slabs.map((slab) => [slab, [0]]))
  for (let reached = 1; reached <= length; reached++) {
    let sum = 0
    for (const [slab, ending] of endingIn) {
      const before = reached - slab
      ending[reached] = before < 0 ? 0 : (ways[before] - ending[before] + MODULUS) % MODULUS
      sum += ending[reached]
    }
    ways[reached] = sum % MODULUS
  }
  return ways[length]
}

const [length, ...slabs] = require('node:fs').readFileSync(0, 'utf8').trim().split(/\s+/).map(Number)
console.log(waysToLay(length, slabs))
