/* The newest receipts that this browser keeps: stream, number of the last acknowledged entry, signed head. */
async () => {
  const stores = (await indexedDB.databases()).filter(({ name }) => name.startsWith('fairview-stream-'))
  const open = (name) =>
    new Promise((resolve, reject) => {
      const request = indexedDB.open(name)
      request.onsuccess = () => resolve(request.result)
      request.onerror = () => reject(request.error)
    })
  const all = (database) =>
    new Promise((resolve, reject) => {
      const request = database.transaction('receipts').objectStore('receipts').getAll()
      request.onsuccess = () => resolve(request.result)
      request.onerror = () => reject(request.error)
    })
  const databases = await Promise.all(stores.map(({ name }) => open(name)))
  const receipts = await Promise.all(databases.map(all))
  for (const database of databases) database.close()
  return receipts.flat()
}
