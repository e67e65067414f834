// Words on the page that are neither in the brackets of the catalogue nor in what the server answered, nor names
// that Intl gives to days, months and spans: somebody wrote them into the page.
() => {
  const SENTENCE = /\[(?:[^[\]]|\[[^\]]*\])*\]/g
  const OWN_NAMES = /Fairview|Deutsch|Ctrl|\S+@\S+|https?:\S+/g
  const SPANS = /\b(?:Uhr|um|und|Std|Min|Minuten?|Stunden?|Sek|Sekunden?)\b/g
  const WORD = /\p{L}{2}/u
  const german = (options) => (at) => new Intl.DateTimeFormat('de', { ...options, timeZone: 'UTC' }).format(at)
  const days = Array.from({ length: 365 }, (_, day) => Date.UTC(2026, 0, 1 + day))
  const dates = ['long', 'short'].flatMap((width) => [
    ...days.map(german({ weekday: width })),
    ...days.map(german({ month: width, day: 'numeric' })).map((date) => date.replace(/^\d+\. /, '')),
  ])

  function* texts(value) {
    if (typeof value === 'string') yield* [value, ...value.split('/'), value.replaceAll('_', ' ').split('/').at(-1)]
    else if (value && typeof value === 'object')
      for (const [key, one] of Object.entries(value)) yield* [key, ...texts(one)]
  }
  const answered = (globalThis.answers ?? []).flatMap((answer) => [...texts(JSON.parse(answer))])
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone
  const known = [...new Set([...answered, ...texts(zone), ...dates])].filter((text) => WORD.test(text))
  const asWritten = (text) => text.replaceAll(/[.*+?^${}()|[\]\\/]/g, '\\$&')
  known.sort((one, other) => other.length - one.length)
  const data = new RegExp(`(?<!\\p{L})(?:${known.map(asWritten).join('|')})(?!\\p{L})`, 'gu')

  const isTold = (text) =>
    !WORD.test([SENTENCE, OWN_NAMES, data, SPANS].reduce((left, told) => left.replaceAll(told, ' '), text))
  const found = new Set()
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  while (walk.nextNode()) {
    const { data, parentElement } = walk.currentNode
    const isOfNoLanguage = parentElement.closest('[lang]:not(html), code')
    if (parentElement.checkVisibility() && !isOfNoLanguage) found.add(data.trim())
  }
  for (const one of document.querySelectorAll('[aria-label], [placeholder], [title], img[alt]'))
    for (const name of ['aria-label', 'placeholder', 'title', 'alt'])
      if (one.checkVisibility() && one.hasAttribute(name)) found.add(one.getAttribute(name).trim())
  return [...found].filter((text) => !isTold(text))
}
