const hoard = [];
while (hoard.length < 1000) hoard.push(Buffer.alloc(10_000_000, 1));
console.log('ten gigabytes');
