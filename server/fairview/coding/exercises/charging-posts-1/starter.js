/** The earliest minute at which all bikes are charged. A post is free from a minute on; minutes are per bike. */
function allChargedAt(bikes, posts) {
  return 0
}

const [bikes, , ...numbers] = require('node:fs').readFileSync(0, 'utf8').trim().split(/\s+/).map(Number)
const posts = []
for (let at = 0; at < numbers.length; at += 2) posts.push({ free: numbers[at], minutes: numbers[at + 1] })
console.log(allChargedAt(bikes, posts))
