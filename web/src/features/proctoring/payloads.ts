/** What the device saw, in the words and whole numbers of the log. */

import type { Payload } from '@/api/messages'
import type { Calibration } from '@/vision/calibration'
import type { CameraInUse, Neutral, Part, Statement, Watcher, WatchStatus } from '@/vision/contracts'
import { screenWidthMm } from '@/vision/gazePoint'
import type { LivenessCheck } from '@/vision/liveness'

type Of<Kind extends Payload['kind']> = Extract<Payload, { kind: Kind }>
type Source = Pick<Watcher, 'detector' | 'modelVersion'>

const thousandths = (value: number) => Math.round(value * 1000)

export function observationOf(statement: Statement, source: Source): Of<'proctoring.observation'> {
  return {
    kind: 'proctoring.observation',
    observed: statement.observed,
    value: statement.value,
    confidence_pm: thousandths(statement.confidence),
    duration_ms: Math.round(statement.durationMs),
    detector: source.detector,
    model_version: source.modelVersion,
  }
}

export function neutralOf(neutral: Neutral, source: Source): Of<'proctoring.neutral_set'> {
  return {
    kind: 'proctoring.neutral_set',
    yaw_mdeg: thousandths(neutral.yaw),
    pitch_mdeg: thousandths(neutral.pitch),
    iris_x_pm: thousandths(neutral.irisX),
    iris_y_pm: thousandths(neutral.irisY),
    spread_pm: thousandths(neutral.spread),
    readings: neutral.readings,
    detector: source.detector,
    model_version: source.modelVersion,
  }
}

export function calibratedOf(
  { model, points, checked }: Calibration,
  source: Source,
): Of<'proctoring.gaze_calibrated'> {
  const errorPx = Number.isFinite(checked.error) ? checked.error : 0
  return {
    kind: 'proctoring.gaze_calibrated',
    method: model.method,
    points,
    checked: checked.points,
    error_px: Math.round(errorPx),
    error_mdeg: thousandths(errorPx * model.degPerPx),
    radius_px: Math.round(model.error),
    radius_mdeg: thousandths(model.error * model.degPerPx),
    screen_width: model.screen.width,
    screen_height: model.screen.height,
    screen_width_mm: Math.round(screenWidthMm(model)),
    distance_mm: Math.round(model.distanceMm),
    detector: source.detector,
    model_version: source.modelVersion,
  }
}

export function livenessOf(
  { outcome, answers }: LivenessCheck,
  source: Source,
): Of<'proctoring.liveness_checked'> {
  return {
    kind: 'proctoring.liveness_checked',
    outcome,
    answers: answers.map(({ asked, answered, tookMs, measured }) => ({
      asked,
      answered,
      took_ms: Math.round(tookMs),
      measured: thousandths(measured),
    })),
    detector: source.detector,
    model_version: source.modelVersion,
  }
}

export function cameraOf(camera: CameraInUse): Of<'proctoring.camera_used'> {
  return {
    kind: 'proctoring.camera_used',
    width: camera.width,
    height: camera.height,
    rate_mhz: thousandths(camera.rate),
    is_virtual: camera.isVirtual,
    label: camera.label.slice(0, LONGEST_NAME),
  }
}

const LONGEST_NAME = 80

/** While models load, at first or again, nothing is observed yet. */
export function watchOf(status: WatchStatus, part: Part): Of<'proctoring.watch_changed'> {
  switch (status.state) {
    case 'loading':
      return watch(part, 'paused', 'started')
    case 'watching':
      return watch(part, 'watching', 'rate_changed', status.rate)
    case 'paused':
      return watch(part, 'paused', status.reason)
    case 'unavailable':
      return watch(part, 'unavailable', status.reason)
  }
}

export function watch(
  part: Part,
  state: Of<'proctoring.watch_changed'>['state'],
  reason: Of<'proctoring.watch_changed'>['reason'],
  rate = 0,
): Of<'proctoring.watch_changed'> {
  return { kind: 'proctoring.watch_changed', part, state, reason, rate_mhz: thousandths(rate) }
}
