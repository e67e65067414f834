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

/** Enters the room while the page is open and leaves it with the page. */
export function useRoomClient(enter: EnterRoom, media: LocalMedia): Entering {
  const [attempt, setAttempt] = useState({ takeOver: false })
  const [entering, setEntering] = useState<Entering>({ state: 'entering' })

  useEffect(() => {
    let left = false
    let client: RoomClient | undefined
    const onFailure = (problem: unknown) => {
      if (left) return
      if (problem instanceof OtherTabWrites)
        setEntering({ state: 'other_tab', takeOver: () => setAttempt({ takeOver: true }) })
      else setEntering({ state: 'failed', problem, retry: () => setAttempt({ takeOver: false }) })
    }
    setEntering({ state: 'entering' })
    RoomClient.enter(enter, media, attempt.takeOver).then((entered) => {
      client = entered
      if (left) entered.leave()
      else setEntering({ state: 'inside', client: entered })
    }, onFailure)
    return () => {
      left = true
      client?.leave()
    }
  }, [enter, media, attempt])

  return entering
}
