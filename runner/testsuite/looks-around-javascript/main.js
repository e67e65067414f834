const { readFileSync } = require('node:fs');
const { networkInterfaces } = require('node:os');

console.log(Object.keys(process.env).sort().join());
console.log(process.getuid(), process.getgid());
for (const path of ['/etc/passwd', '/root/.bashrc', '/etc/hostname']) {
  try {
    console.log(readFileSync(path, 'utf8'));
  } catch (error) {
    console.log(error.code);
  }
}
try {
  console.log(Object.keys(networkInterfaces()).join());
} catch {
  console.log('no network');
}
