/* Runs in every page: what this tab was asked of a person so far. A press is a pointer that goes down; a field is
   counted once for each page, when something is first typed or chosen in it. */
const EFFORT = 'effort'
const filled = new WeakSet()
const counted = () => JSON.parse(sessionStorage.getItem(EFFORT) ?? '{"presses":0,"fields":0}')
const count = (what) => {
  const effort = counted()
  effort[what] += 1
  sessionStorage.setItem(EFFORT, JSON.stringify(effort))
}
addEventListener('pointerdown', () => count('presses'), true)
addEventListener(
  'input',
  ({ target }) => {
    if (!target.matches('input:not([type=radio], [type=checkbox]), textarea, select') || filled.has(target)) return
    filled.add(target)
    count('fields')
  },
  true,
)
window.effortSoFar = counted
