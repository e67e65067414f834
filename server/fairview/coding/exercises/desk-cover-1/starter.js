/** How many minutes somebody is at the desk, and how many breaks there are in between. */
function cover(shifts) {
  if (!shifts.length) return { minutes: 0, breaks: 0 }
  const [first, ...others] = [...shifts].sort((one, other) => one.end - other.end)
  let minutes = 0
  let breaks = 0
  let { start, end } = first
  for (const next of others) {
    if (next.start >= end) {
      minutes += end - start
      breaks += 1
      start = next.start
      end = next.end
    } else {
      end = next.end
    }
  }
  return { minutes: minutes + end - start, breaks }
}

const [, ...numbers] = require('node:fs').readFileSync(0, 'utf8').trim().split(/\s+/).map(Number)
const shifts = []
for (let at = 0; at < numbers.length; at += 2) shifts.push({ start: numbers[at], end: numbers[at + 1] })
const { minutes, breaks } = cover(shifts)
console.log(`${minutes} ${breaks}`)
