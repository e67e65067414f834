/** A peer's own script, which sets a global. */
export function script(address) {
  return new Promise((resolve, reject) => {
    const element = document.createElement('script')
    element.src = address
    element.onload = resolve
    element.onerror = () => reject(new Error(`${address} cannot be had`))
    document.head.append(element)
  })
}
