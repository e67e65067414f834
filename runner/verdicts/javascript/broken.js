function half(number) {
  return number / 2
}

console.log(half(4)) console.log('and more')
