import { readFileSync } from 'fs'

const [word, ...rest]: string[] = readFileSync(0, 'utf8').trimEnd().split('\n')

function deep(depth: number): number {
  return deep(depth + 1) + 1
}

function crash(): number {
  const nothing: number[] | undefined = undefined
  return (nothing as unknown as number[]).length
}

if (word === 'right') console.log(42)
if (word === 'wrong') console.log(41)
while (word === 'slow');
for (const held: number[][] = []; word === 'hungry'; ) held.push(new Array(100_000).fill(held.length))
if (word === 'greedy') console.log(new ArrayBuffer(2 ** 36).byteLength)
if (word === 'crashing') console.log(crash())
if (word === 'deep') console.log(deep(0))
while (word === 'flood') console.log('water'.repeat(100))
if (word === 'sum') console.log(rest.map(Number).reduce((sum, each) => sum + each, 0))
if (word === 'unicode') console.log(rest[0], '→ ¡sí! ✓')
