/** Who wants to hear of one kind of news. */
export class Listeners<News> {
  readonly #listeners = new Set<(news: News) => void>()

  get size(): number {
    return this.#listeners.size
  }

  add(listener: (news: News) => void): () => void {
    // Wrapped, so that one function added twice is heard twice and removed once.
    const own = (news: News) => listener(news)
    this.#listeners.add(own)
    return () => void this.#listeners.delete(own)
  }

  tell(news: News): void {
    for (const listener of [...this.#listeners]) listener(news)
  }
}
