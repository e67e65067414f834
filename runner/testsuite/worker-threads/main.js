const { Worker } = require('node:worker_threads');

for (let n = 0; n < 100; n++) new Worker('for (;;) {}', { eval: true }).on('error', () => {});
