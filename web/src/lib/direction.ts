/** Which way a part of the page reads. */

export const isRightToLeft = (element: Element = document.documentElement) =>
  getComputedStyle(element).direction === 'rtl'

/** How far a pointer is from the edge at which an element begins, of its width: 0 to 1 within it. */
export function shareAlong(element: Element, clientX: number): number {
  const { left, right, width } = element.getBoundingClientRect()
  return (isRightToLeft(element) ? right - clientX : clientX - left) / width
}
