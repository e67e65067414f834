/* Runs in the interviewer's page: notes when the first moment of each rule came onto it. */
window.momentsAppeared = {}
document.addEventListener('DOMContentLoaded', () => {
  new MutationObserver(() => {
    for (const moment of document.querySelectorAll('[data-moment]'))
      window.momentsAppeared[moment.dataset.rule] ??= performance.timeOrigin + performance.now()
  }).observe(document.body, { childList: true, subtree: true })
})
