/** Thin bridges between the room's cells and React. */

import { useCallback, useEffect, useState, useSyncExternalStore } from 'react'

import { useCell } from '@/lib/useCell'
import type { LiveLink } from '@/live/contracts'
import { createLocalMedia } from '@/media/devices'
import type { LocalMedia, LocalMediaState } from '@/media/contracts'
import type { Watcher, WatchStatus } from '@/vision/contracts'

import type { RoomClient } from './client'

export function useLocalMedia(): [LocalMedia, LocalMediaState] {
  const [media] = useState(() => createLocalMedia())
  const [state, setState] = useState(media.state)
  useEffect(() => {
    const stop = media.onState(setState)
    void media.open()
    return () => {
      stop()
      media.close()
    }
  }, [media])
  return [media, state]
}

/** Who is no longer in the room is neither seen nor heard, and their camera goes out. What is unsent stays. */
export function useHangUpWhenRefused(client: RoomClient, media: LocalMedia): void {
  const refused = useCell(client.status).state === 'refused'
  useEffect(() => {
    if (!refused) return
    client.call.close()
    media.close()
  }, [client, media, refused])
}

/** Seconds since `sinceUs` on the server's clock, ticking; 0 before it starts. */
export function useElapsed(sinceUs: number | null, link: LiveLink): number {
  const [seconds, setSeconds] = useState(0)
  useEffect(() => {
    if (sinceUs === null) return
    const tick = () => setSeconds(Math.max(0, Math.floor((link.serverNow().us - sinceUs) / 1e6)))
    tick()
    const timer = setInterval(tick, 500)
    return () => clearInterval(timer)
  }, [sinceUs, link])
  return sinceUs === null ? 0 : seconds
}

export function useWatchStatus(observer: Pick<Watcher, 'status' | 'onStatus'>): WatchStatus {
  const watch = useCallback((listener: () => void) => observer.onStatus(listener), [observer])
  return useSyncExternalStore(watch, () => observer.status)
}
