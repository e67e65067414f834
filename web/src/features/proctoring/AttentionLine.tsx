import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

import type { Downwards } from '@/live/contracts'

type Attention = Downwards['proctoring.attention_state']
type Props = {
  attention: Attention | null
  live: boolean
  /** The candidate's device is connected. */
  present: boolean
}

/** The newest word of the candidate's device on each thing it observes. */
export function AttentionLine({ attention, live, present }: Props) {
  const { t } = useTranslation('proctoring')
  return (
    <section>
      <h2 className="sr-only">{t('attention_title')}</h2>
      {live && isWatched(attention) ? (
        <Statements attention={attention} />
      ) : (
        <p className="text-13 text-ink-2">{t(whyNothing(attention, live, present))}</p>
      )}
    </section>
  )
}

/** The device has said something, and the candidate agreed to it. */
export function isWatched(attention: Attention | null): attention is Attention {
  return Boolean(attention?.watch) && attention?.watch_reason !== 'no_consent'
}

function whyNothing(attention: Attention | null, live: boolean, present: boolean) {
  if (!live) return 'starts_with_interview'
  if (attention?.watch_reason === 'no_consent') return 'not_agreed'
  return present ? 'nothing_yet' : 'device_away'
}

/** Two words on one line, so that what stands below never moves; all that the device states opens from there. */
function Statements({ attention }: { attention: Attention }) {
  const { t } = useTranslation('proctoring')
  const isPaused = attention.watch !== 'watching'
  return (
    <details className="text-13">
      <summary className="cursor-pointer truncate">
        <Short name={t('face')}>
          {attention.presence ? t(`presence_${attention.presence}`) : t('unknown')}
        </Short>
        <Short name={isPaused ? t('device') : t('looks')}>
          {isPaused
            ? t(`watch_${attention.watch_reason}`)
            : attention.gaze
              ? t(`gaze_${attention.gaze}`)
              : t('unknown')}
        </Short>
      </summary>
      <Everything attention={attention} />
    </details>
  )
}

function Short({ name, children }: { name: string; children: ReactNode }) {
  return (
    <span className="me-5">
      <span className="text-ink-2">{name}</span> <span className="font-medium">{children}</span>
    </span>
  )
}

function Everything({ attention }: { attention: Attention }) {
  const { t } = useTranslation('proctoring')
  return (
    <dl className="flex flex-wrap gap-x-5 gap-y-0.5 ps-4 pt-1">
      {attention.watch !== 'watching' && (
        <Statement name={t('looks')}>{attention.gaze ? t(`gaze_${attention.gaze}`) : t('unknown')}</Statement>
      )}
      <Statement name={t('faces')}>{attention.faces || t('unknown')}</Statement>
      <Statement name={t('head')}>{headWords(attention.head, t) ?? t('unknown')}</Statement>
      {attention.eyes && <Statement name={t('eyes')}>{t(`eyes_${attention.eyes}`)}</Statement>}
      {attention.gaze_point && (
        <Statement name={t('gaze_point')}>{pointWords(attention.gaze_point, t) ?? t('unknown')}</Statement>
      )}
      {attention.objects && <Statement name={t('in_sight')}>{t(`objects_${attention.objects}`)}</Statement>}
      {attention.voice && <Statement name={t('voice')}>{t(`voice_${attention.voice}`)}</Statement>}
    </dl>
  )
}

function Statement({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="flex gap-1.5">
      <dt className="text-ink-2">{name}</dt>
      <dd className="font-medium">{children}</dd>
    </div>
  )
}

/** `x,y,radius,radius_mdeg,off_pm`: pixels from the middle of the screen, and how likely it is off the screen. */
function pointWords(
  point: string,
  t: ReturnType<typeof useTranslation<'proctoring'>>['t'],
): string | undefined {
  const [x, y, radius, , off = 0] = point.split(',').map(Number)
  if ([x, y, radius].some((part) => part === undefined || Number.isNaN(part))) return undefined
  return off > LIKELY_PM ? t('gaze_point_off') : t('gaze_point_at', { x, y, radius })
}

const LIKELY_PM = 500

/** `yaw,pitch` in millidegrees, as whole degrees in words. */
function headWords(
  head: string,
  t: ReturnType<typeof useTranslation<'proctoring'>>['t'],
): string | undefined {
  const [yaw, pitch] = head.split(',').map((part) => Math.round(Number(part) / 1000))
  if (yaw === undefined || pitch === undefined || Number.isNaN(yaw) || Number.isNaN(pitch)) return undefined
  return t('head_angles', { yaw, pitch })
}
