import { useState } from 'react'

import { attempt } from './attempt'

type State = { isBusy: boolean; isDone: boolean; problem?: Error | undefined }

/** One thing that is done when it is pressed, and what came of it. */
export function useAction(act: () => Promise<unknown>) {
  const [state, setState] = useState<State>({ isBusy: false, isDone: false })
  const run = async () => {
    setState({ isBusy: true, isDone: false })
    const { problem } = await attempt(act())
    setState({ isBusy: false, isDone: !problem, problem })
  }
  return { ...state, run: () => void run() }
}
