import { useEffect, useState } from 'react'

import type { Said } from '../said'
import type { Watching } from '../watching'

/** Words that change more often than this cannot be read. */
const READABLE_MS = 500

/** The newest word on each thing. */
export function useSaid({ words }: Pick<Watching, 'words'>): Said {
  const [said, setSaid] = useState(() => words.at(performance.now()))
  useEffect(() => {
    const timer = setInterval(() => setSaid(words.at(performance.now())), READABLE_MS)
    return () => clearInterval(timer)
  }, [words])
  return said
}
