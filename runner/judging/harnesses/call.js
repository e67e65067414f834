const fs = require('node:fs')

process.stdout.write = process.stderr.write.bind(process.stderr)
const solution = require('./' + «entry_json»)
const called = typeof solution === 'function' ? solution : solution.«function»
if (typeof called !== 'function') throw new Error('module.exports has no function «function»')
Promise.resolve(called(...JSON.parse(fs.readFileSync(0, 'utf8')))).then((returned) => {
  fs.writeSync(1, JSON.stringify(returned === undefined ? null : returned) + '\n')
})
