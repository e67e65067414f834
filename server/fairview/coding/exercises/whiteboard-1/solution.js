/** The lines on the board after these commands, from top to bottom. */
function boardAfter(commands) {
  // A board is null, or its last line with the board before it.
  const boards = [null]
  let now = 0
  for (const command of commands) {
    const [verb] = command.split(' ', 1)
    const rest = command.slice(verb.length + 1)
    if (verb === 'undo') now = Math.max(now - Number(rest), 0)
    else if (verb === 'redo') now = Math.min(now + Number(rest), boards.length - 1)
    else {
      boards.length = now + 1
      boards.push(verb === 'write' ? { before: boards[now], line: rest } : null)
      now += 1
    }
  }
  return linesOf(boards[now])
}

function linesOf(board) {
  const lines = []
  for (let rest = board; rest; rest = rest.before) lines.push(rest.line)
  return lines.reverse()
}

const [, ...commands] = require('node:fs').readFileSync(0, 'utf8').trimEnd().split('\n')
console.log(boardAfter(commands).join('\n') || '(empty)')
