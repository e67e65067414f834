/** The devices that this person chose last, in this browser. */

import type { DeviceChoice } from './contracts'

const KEY = 'fairview.devices'

export function recallChoice(): DeviceChoice {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '{}')
    if (typeof kept !== 'object' || kept === null) return {}
    return {
      ...('cameraId' in kept && typeof kept.cameraId === 'string' && { cameraId: kept.cameraId }),
      ...('microphoneId' in kept &&
        typeof kept.microphoneId === 'string' && { microphoneId: kept.microphoneId }),
    }
  } catch {
    return {}
  }
}

export function rememberChoice(choice: DeviceChoice): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(choice))
  } catch {
    // A browser that keeps nothing asks again next time.
  }
}
