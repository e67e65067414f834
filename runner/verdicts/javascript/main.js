const [word, ...rest] = require('node:fs').readFileSync(0, 'utf8').trimEnd().split('\n')

function deep(depth) {
  return deep(depth + 1) + 1
}

switch (word) {
  case 'right':
    console.log(42)
    break
  case 'wrong':
    console.log(41)
    break
  case 'slow':
    for (;;);
  case 'hungry':
    for (const held = []; ; ) held.push(new Array(100_000).fill(held.length))
  case 'greedy':
    console.log(new ArrayBuffer(2 ** 36).byteLength)
    break
  case 'crashing':
    console.log(undefined.length)
    break
  case 'deep':
    console.log(deep(0))
    break
  case 'flood':
    for (;;) console.log('water'.repeat(100))
  case 'sum':
    console.log(rest.map(Number).reduce((sum, each) => sum + each, 0))
    break
  case 'unicode':
    console.log(rest[0], '→ ¡sí! ✓')
}
