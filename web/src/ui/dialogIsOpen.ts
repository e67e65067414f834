/** What asks something is answered first: the keys of the page below it wait. */
export function dialogIsOpen(): boolean {
  return document.querySelector('[role=dialog], [role=alertdialog]') !== null
}
