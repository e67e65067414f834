import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

import { useWatchStatus } from '@/features/rooms/hooks'
import { useCell } from '@/lib/useCell'
import type { Watcher } from '@/vision/contracts'

import type { Said } from '../said'
import type { Watching } from '../watching'

import { NewestStill } from './NewestStill'
import { useSaid } from './useSaid'
import { blinkWords, headWords, noiseWords, peopleWords, pointWords, statusWords } from './words'

/** Each thing that is observed, as it is now. Not read out as it changes: that would never end. */
export function Now({ watching }: { watching: Watching }) {
  const { t } = useTranslation('observed')
  const said = useSaid(watching)
  return (
    <section aria-label={t('now')} aria-live="off" className="grid gap-5">
      <Group watcher={watching.observer}>
        <Looks said={said} />
        {watching.offers('gaze_point') && <PointRow watching={watching} said={said} />}
        <Head said={said} />
      </Group>
      {watching.offers('objects') && (
        <Group watcher={watching.objects}>
          <Row name={t('things')}>{said.objects && t(`objects_${said.objects}`)}</Row>
        </Group>
      )}
      {watching.offers('objects') && <NewestStill watching={watching} />}
      {watching.offers('sound') && (
        <Group watcher={watching.sound}>
          <Row name={t('voice')}>{said.voice && t(`voice_${said.voice}`)}</Row>
          <Row name={t('noise')}>{noiseWords(said, t) ?? t('noise_listening')}</Row>
        </Group>
      )}
    </section>
  )
}

function Looks({ said }: { said: Said }) {
  const { t } = useTranslation('observed')
  return (
    <>
      <Row name={t('face')}>{said.presence && t(`presence_${said.presence}`)}</Row>
      <Row name={t('people_label')}>{peopleWords(said, t)}</Row>
      <Row name={t('look')}>{said.gaze && t(`gaze_${said.gaze}`)}</Row>
    </>
  )
}

function Head({ said }: { said: Said }) {
  const { t } = useTranslation('observed')
  return (
    <>
      <Row name={t('head')}>{headWords(said, t)}</Row>
      <Row name={t('eyes')}>{said.eyes && t(`eyes_${said.eyes}`)}</Row>
      <Row name={t('blinks')}>{blinkWords(said, t) ?? t('blinks_counting')}</Row>
    </>
  )
}

function PointRow({ watching, said }: { watching: Watching; said: Said }) {
  const { t } = useTranslation('observed')
  const calibration = useCell(watching.calibration)
  const isOff = useCell(watching.off).has('gaze_point')
  const words = () => {
    if (isOff) return t('is_off')
    if (!calibration) return t('point_not_calibrated')
    return pointWords(said, calibration.model.screen, t) ?? t('point_unsure')
  }
  return <Row name={t('point_label')}>{words()}</Row>
}

/** What one part of the device observes, and how often; or, in place of it, why it does not. */
function Group({ watcher, children }: { watcher: Watcher; children: ReactNode }) {
  const { t } = useTranslation('observed')
  const status = useWatchStatus(watcher)
  return (
    <div>
      <div className="flex items-baseline justify-between gap-4 border-b border-line pb-1">
        <h3 className="shrink-0 font-semibold">{t(watcher.part)}</h3>
        <p className="text-end text-13 text-ink-2">{statusWords(watcher.part, status, t)}</p>
      </div>
      {status.state === 'watching' && (
        <dl className="mt-1.5 grid grid-cols-[--spacing(28)_1fr] gap-x-4 gap-y-0.5">{children}</dl>
      )}
    </div>
  )
}

function Row({ name, children }: { name: string; children: string | undefined }) {
  const { t } = useTranslation('observed')
  return (
    <>
      <dt className="text-ink-2">{name}</dt>
      <dd>{children ?? t('unknown')}</dd>
    </>
  )
}
