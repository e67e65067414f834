/* Follows a link, or presses a button, and tells how many milliseconds later the next page's heading was painted. */
window.changeOfPage = (target) =>
  new Promise((done) => {
    const heading = () => document.querySelector('h1')
    const before = heading()
    const text = before?.textContent
    const began = performance.now()
    const look = () => {
      const now = heading()
      if (!now || (now === before && now.textContent === text)) requestAnimationFrame(look)
      else requestAnimationFrame(() => setTimeout(() => done(performance.now() - began)))
    }
    requestAnimationFrame(look)
    target.click()
  })
