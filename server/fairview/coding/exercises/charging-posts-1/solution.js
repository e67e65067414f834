/** The earliest minute at which all bikes are charged. A post is free from a minute on; minutes are per bike. */
function allChargedAt(bikes, posts) {
  if (bikes === 0) return 0
  let tooEarly = 0
  let enough = Math.min(...posts.map(({ free, minutes }) => free + minutes * bikes))
  while (enough - tooEarly > 1) {
    const middle = Math.floor((tooEarly + enough) / 2)
    if (chargedBy(middle, posts) >= bikes) enough = middle
    else tooEarly = middle
  }
  return enough
}

function chargedBy(minute, posts) {
  let bikes = 0
  for (const { free, minutes } of posts) bikes += Math.floor(Math.max(minute - free, 0) / minutes)
  return bikes
}

const [bikes, , ...numbers] = require('node:fs').readFileSync(0, 'utf8').trim().split(/\s+/).map(Number)
const posts = []
for (let at = 0; at < numbers.length; at += 2) posts.push({ free: numbers[at], minutes: numbers[at + 1] })
console.log(allChargedAt(bikes, posts))
