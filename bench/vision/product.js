/* Runs in a candidate's page: when the first reading came, what each cost, and the page's long tasks. */
(() => {
  const told = { pressedMs: 0, firstMs: null, costs: [], objects: [], longTasks: 0 }
  window.told = told
  addEventListener('click', () => (told.firstMs === null ? (told.pressedMs = performance.now()) : 0), true)
  const Own = window.Worker
  window.Worker = class extends Own {
    constructor(address, options) {
      super(address, options)
      this.addEventListener('message', ({ data }) => {
        if (data.type === 'reading') {
          told.firstMs ??= performance.now()
          told.costs.push(data.reading.costMs)
        }
        if (data.type === 'looked') told.objects.push(data.looked.costMs)
      })
    }
  }
  new PerformanceObserver((list) => {
    told.longTasks += list.getEntries().filter(({ duration }) => duration > 50).length
  }).observe({ type: 'longtask' })
})()
