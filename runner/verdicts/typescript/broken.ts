function half(number: number): number {
  return number / 2
}

console.log(half('four'))
