/** The lines on the board after these commands, from top to bottom. */
function boardAfter(commands) {
  return []
}

const [, ...commands] = require('node:fs').readFileSync(0, 'utf8').trimEnd().split('\n')
console.log(boardAfter(commands).join('\n') || '(empty)')
