const { spawn } = require('node:child_process');

spawn('/bin/sh', ['-c', `kill -STOP ${process.pid}; exec sleep 3600`], { detached: true, stdio: 'ignore' });
setInterval(() => {}, 1000);
