/** What a device observes, in plain words to the person it observes. */

import type { TFunction } from 'i18next'

import { formatList } from '@/lib/locale'
import type { Part, WatchStatus } from '@/vision/contracts'

import type { Said } from '../said'

type Words = TFunction<'observed'>

const numbers = (value: string) => value.split(',').map(Number)

export function peopleWords({ faces }: Said, t: Words): string | undefined {
  return faces === undefined ? undefined : t('people', { count: Number(faces) })
}

/** A head that is turned less than this sits as it sat in the beginning. */
const TURNED_DEG = 6

/** `yaw,pitch` in millidegrees: to the person's left, and upwards. */
export function headWords({ head }: Said, t: Words): string | undefined {
  if (head === undefined) return undefined
  const [yaw = 0, pitch = 0] = numbers(head).map((part) => Math.round(part / 1000))
  const turned = [
    Math.abs(yaw) >= TURNED_DEG && t(yaw > 0 ? 'head_left' : 'head_right', { degrees: Math.abs(yaw) }),
    Math.abs(pitch) >= TURNED_DEG && t(pitch > 0 ? 'head_up' : 'head_down', { degrees: Math.abs(pitch) }),
  ].filter((part) => part !== false)
  return turned.length ? formatList(turned) : t('head_straight')
}

const COLUMNS = ['left', 'middle', 'right'] as const
const ROWS = ['top', 'middle', 'bottom'] as const

interface Screen {
  width: number
  height: number
}

/** `x,y,radius,radius_mdeg,off_pm`, pixels from the middle: which ninth of the screen, and how sure. */
export function pointWords({ gaze_point }: Said, screen: Screen, t: Words): string | undefined {
  if (gaze_point === undefined) return undefined
  const [x = 0, y = 0, , radiusMdeg = 0] = numbers(gaze_point)
  const column = COLUMNS[third(x / screen.width)] ?? 'middle'
  const row = ROWS[third(y / screen.height)] ?? 'middle'
  return t('point', { place: t(`place_${row}_${column}`), degrees: Math.round(radiusMdeg / 1000) })
}

const third = (share: number) => Math.min(Math.max(Math.floor((share + 0.5) * 3), 0), 2)

/** `a minute, permille shut`. */
export function blinkWords({ blinks }: Said, t: Words): string | undefined {
  return blinks === undefined ? undefined : t('blinks_a_minute', { count: numbers(blinks)[0] ?? 0 })
}

/** Of a voice at a laptop's microphone, about −25 dB remain; a quiet room is below −55. */
const LOUDNESS = [
  { word: 'noise_quiet', below: -55 },
  { word: 'noise_little', below: -40 },
  { word: 'noise_some', below: -28 },
  { word: 'noise_loud', below: Infinity },
] as const

export function noiseWords({ noise }: Said, t: Words): string | undefined {
  if (noise === undefined) return undefined
  const level = Number(noise)
  const { word } = LOUDNESS.find(({ below }) => level < below) ?? LOUDNESS[3]
  return t(word, { level: `−${Math.abs(level)}` })
}

/** The rate at which each part observes when there is room. */
const FULL_RATE: Record<Part, number> = { faces: 15, objects: 2, sound: 0 }

/** Whether a part observes, and how often; or why it does not. */
export function statusWords(part: Part, status: WatchStatus, t: Words): string {
  if (status.state === 'loading') return t('is_loading')
  if (status.state !== 'watching') return t(`pause_${status.reason}`)
  if (part === 'sound') return t('always')
  const often =
    status.rate < 1
      ? t('every_seconds', { count: Math.round(1 / status.rate) })
      : t('times_a_second', { count: Math.round(status.rate) })
  return status.rate < FULL_RATE[part] ? t('slower', { often }) : often
}
