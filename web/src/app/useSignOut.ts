import { useQueryClient } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'

import { signOut } from '@/features/accounts/session'
import { useProblemSentence } from '@/ui/problemSentence'
import { toast } from '@/ui/toast'

/** The way out, with nothing of this person left behind. */
export function useSignOut(): () => Promise<void> {
  const client = useQueryClient()
  const router = useRouter()
  const sentence = useProblemSentence()
  return async () => {
    try {
      await signOut()
    } catch (problem) {
      toast({ text: sentence(problem), tone: 'grave' })
      return
    }
    await router.navigate({ to: '/sign-in', search: {} })
    client.clear()
    // What was begun in this tab may name candidates, and the next to sign in may be somebody else.
    sessionStorage.clear()
  }
}
