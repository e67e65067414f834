import { type ComponentType, useCallback, useState } from 'react'

import { FairviewProblem } from '@/api/problem'
import { useProblemSentence } from '@/ui/problemSentence'
import { toast } from '@/ui/toast'

/** A part that is fetched when it is first wanted. Where it cannot be, that is said and the page goes on. */
export function useLater<Props>(load: () => Promise<ComponentType<Props>>) {
  const [Part, setPart] = useState<ComponentType<Props>>()
  const sentence = useProblemSentence()
  const fetchPart = useCallback(async () => {
    try {
      const part = await load()
      setPart(() => part)
    } catch {
      toast({ text: sentence(new FairviewProblem({ code: 'offline' })), tone: 'grave' })
    }
  }, [load, sentence])
  return [Part, fetchPart] as const
}
