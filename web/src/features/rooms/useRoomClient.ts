import { useEffect, useState } from 'react'

import { OtherTabWrites } from '@/live/contracts'
import type { LocalMedia } from '@/media/contracts'

import { RoomClient } from './client'
import type { EnterRoom } from './entry'

export type Entering =
  | { state: 'entering' }
  | { state: 'other_tab'; takeOver: () => void }
  | { state: 'failed'; problem: unknown; retry: () => void }
  | { state: 'inside'; client: RoomClient }

interface Attempt {
  takeOver: boolean
}

/** Enters the room while the page is open and leaves it with the page. */
export function useRoomClient(enter: EnterRoom, media: LocalMedia): Entering {
  const [attempt, setAttempt] = useState<Attempt>({ takeOver: false })
  const [outcome, setOutcome] = useState<{ of: Attempt; entering: Entering }>()

  useEffect(() => {
    let left = false
    let client: RoomClient | undefined
    const settle = (entering: Entering) => !left && setOutcome({ of: attempt, entering })
    RoomClient.enter(enter, media, attempt.takeOver).then(
      (entered) => {
        client = entered
        if (left) entered.leave()
        else settle({ state: 'inside', client: entered })
      },
      (problem: unknown) => settle(failure(problem, setAttempt)),
    )
    return () => {
      left = true
      client?.leave()
    }
  }, [enter, media, attempt])

  return outcome?.of === attempt ? outcome.entering : { state: 'entering' }
}

function failure(problem: unknown, tryAgain: (attempt: Attempt) => void): Entering {
  return problem instanceof OtherTabWrites
    ? { state: 'other_tab', takeOver: () => tryAgain({ takeOver: true }) }
    : { state: 'failed', problem, retry: () => tryAgain({ takeOver: false }) }
}
