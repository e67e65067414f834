/** The most minutes in a row with at least `needed` centimetres of water. */
function longestWindow(needed, record) {
  let longest = 0
  let window = 0
  for (const { depth, minutes } of record) {
    window = depth >= needed ? window + minutes : 0
    longest = Math.max(longest, window)
  }
  return longest
}

const words = require('node:fs').readFileSync(0, 'utf8').trim().split(/\s+/).map(Number)
const [needed, count] = words
const record = []
for (let line = 0; line < count; line++) {
  record.push({ depth: words[2 + 2 * line], minutes: words[3 + 2 * line] })
}
console.log(longestWindow(needed, record))
