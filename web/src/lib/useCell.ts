import { useSyncExternalStore } from 'react'

import type { Watchable } from './cell'

export function useCell<Value>(cell: Watchable<Value>): Value {
  return useSyncExternalStore(cell.watch, cell.get)
}
