/** How the device observed, in plain sentences. The printed letter says the same. */

import type { TFunction } from 'i18next'

import type { ReportDocument } from '@/api/messages'
import { formatClock, formatNumber } from '@/lib/locale'

type Told = NonNullable<ReportDocument['watch']>
type Translate = TFunction<'reports'>

/** What each line is about, and what there is to say of it. */
export function watchLines(
  watch: Told | null | undefined,
  t: Translate,
): { name: string; lines: string[] }[] {
  if (!watch) return []
  const { calibration, eyelids, noise } = watch
  const told = [
    ...watch.parts.map(({ part, stretches }) => ({
      name: `watch_${part}`,
      lines: stretches.map((one) => stretchWords(one, t)),
    })),
    { name: 'calibration', lines: calibration ? [calibrationWords(calibration, t)] : [] },
    { name: 'camera', lines: watch.virtual_cameras.map((label) => t('camera_virtual', { label })) },
    { name: 'liveness', lines: watch.liveness.flatMap((one) => livenessWords(one, t)) },
    {
      name: 'blinks',
      lines: eyelids
        ? [t('blinks_told', { blinks: eyelids.blinks_per_minute, share: percent(eyelids.shut_pm) })]
        : [],
    },
    { name: 'noise', lines: noise ? [t('noise_told', { least: noise.least_db, most: noise.most_db })] : [] },
  ]
  return told.filter(({ lines }) => lines.length > 0)
}

function stretchWords(one: Told['parts'][number]['stretches'][number], t: Translate): string {
  const when = t('watch_from_until', {
    from: formatClock(one.started_ms / 1000),
    until: formatClock(one.ended_ms / 1000),
  })
  return one.state === 'watching'
    ? `${when}: ${t('watch_watching', { rate: tenths(one.rate_mhz) })}`
    : `${when}: ${t(`watch_${one.state}`, { reason: t(`why_${one.reason}`) })}`
}

const calibrationWords = (made: NonNullable<Told['calibration']>, t: Translate) =>
  t(`calibration_${made.method}`, {
    ...made,
    error: tenths(made.error_mdeg),
    radius: tenths(made.radius_mdeg),
  })

function livenessWords({ outcome, answers }: Told['liveness'][number], t: Translate): string[] {
  if (outcome === 'not_made') return [t('liveness_not_made')]
  return answers.map(({ asked, answered, took_ms }) =>
    t(answered ? 'liveness_seen' : 'liveness_not_seen', {
      asked: t(`liveness_${asked}`),
      seconds: tenths(took_ms),
    }),
  )
}

const tenths = (thousandths: number) => formatNumber(thousandths / 1000, { maximumFractionDigits: 1 })

const percent = (permille: number) =>
  formatNumber(permille / 1000, { style: 'percent', maximumFractionDigits: 1 })
