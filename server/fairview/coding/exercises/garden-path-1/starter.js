const MODULUS = 1_000_000_007

/** In how many ways the slabs fill the path, no two of a length side by side, modulo MODULUS. */
function waysToLay(length, slabs) {
  return 0
}

const [length, ...slabs] = require('node:fs').readFileSync(0, 'utf8').trim().split(/\s+/).map(Number)
console.log(waysToLay(length, slabs))
