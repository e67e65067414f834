fetch('http://127.0.0.1:4000/').then(
  () => console.log('connected'),
  () => console.log('refused'),
);
