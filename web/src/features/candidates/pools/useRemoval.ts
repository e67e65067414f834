import { useTranslation } from 'react-i18next'

import { formatNumber } from '@/lib/locale'
import { useProblemSentence } from '@/ui/problemSentence'
import { toast } from '@/ui/toast'

import { useRemoveMembers, useUndoRemoval } from './queries'
import type { Selection } from './selection'

/** Takes members out of a pool and says so, with the way back. */
export function useRemoval(pool: string) {
  const { t } = useTranslation('pools')
  const sentence = useProblemSentence()
  const removing = useRemoveMembers(pool)
  const undoing = useUndoRemoval(pool)
  const told = (count: number) => ({ count, number: formatNumber(count) })
  const undo = async (removal: string) => {
    // Whoever emptied the pool has another page before them when they change their mind.
    try {
      const { count } = await undoing.mutateAsync(removal)
      toast({ text: t('put_back', told(count)), tone: 'ok' })
    } catch (problem) {
      toast({ text: sentence(problem), tone: 'grave' })
    }
  }
  const remove = async (selection: Selection) => {
    const removal = await removing.mutateAsync(selection)
    toast({
      text: t('removed', told(removal.count)),
      action: { label: t('undo'), onAct: () => void undo(removal.id) },
    })
  }
  return { remove, isPending: removing.isPending }
}
