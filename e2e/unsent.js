/* How many entries this browser keeps that the server has not acknowledged. */
async () => {
  const stores = (await indexedDB.databases()).filter(({ name }) => name.startsWith('fairview-stream-'))
  const count = (name) =>
    new Promise((resolve, reject) => {
      const opening = indexedDB.open(name)
      opening.onerror = () => reject(opening.error)
      opening.onsuccess = () => {
        const counting = opening.result.transaction('entries').objectStore('entries').count()
        counting.onerror = () => reject(counting.error)
        counting.onsuccess = () => {
          opening.result.close()
          resolve(counting.result)
        }
      }
    })
  const counts = await Promise.all(stores.map(({ name }) => count(name)))
  return counts.reduce((sum, one) => sum + one, 0)
}
