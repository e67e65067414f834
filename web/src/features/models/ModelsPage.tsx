import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'

import { JourneyPage } from '@/features/scheduling/JourneyPage'
import { Failure } from '@/ui/Failure'
import { Loading } from '@/ui/Loading'

import { readModels, type UsedModel } from './models'

/** For everybody, signed in or not: what looks and listens on a device, where it comes from, and by which licence. */
export function ModelsPage() {
  const { t } = useTranslation('models')
  const models = useQuery({ queryKey: ['models'], queryFn: readModels, staleTime: Infinity })
  return (
    <JourneyPage title={t('title')} lead={t('lead')}>
      {models.isPending && <Loading />}
      {models.error && <Failure problem={models.error} retry={() => void models.refetch()} />}
      <ul className="grid gap-5">
        {models.data?.map((model) => (
          <Model key={model.name} model={model} />
        ))}
      </ul>
      <p className="mt-7 text-13 text-ink-2">{t('foot')}</p>
    </JourneyPage>
  )
}

/** What each is for, in words; a model that came later has its name. */
const PURPOSES = new Map<string, 'near_face' | 'more_people' | 'face_points' | 'things' | 'voices'>([
  ['face_detection_short_range', 'near_face'],
  ['face_detection_full_range_sparse', 'more_people'],
  ['face_landmark_with_attention', 'face_points'],
  ['object_detection', 'things'],
  ['voice_activity', 'voices'],
])

function Model({ model }: { model: UsedModel }) {
  const { t } = useTranslation('models')
  const purpose = PURPOSES.get(model.name)
  return (
    <li className="border-b border-line pb-4">
      <h2 className="text-17 font-semibold">{purpose ? t(purpose) : model.name}</h2>
      <dl className="mt-1 grid grid-cols-[auto_1fr] gap-x-4 gap-y-0.5 text-15">
        <dt className="text-ink-2">{t('source')}</dt>
        <dd>
          {model.source} {model.version}
        </dd>
        <dt className="text-ink-2">{t('licence')}</dt>
        <dd>{model.licence}</dd>
        <dt className="text-ink-2">{t('size')}</dt>
        <dd>{t('megabytes', { size: (model.bytes / 1e6).toFixed(1) })}</dd>
        <dt className="text-ink-2">{t('hash')}</dt>
        <dd className="font-mono text-13 break-all">{model.sha256}</dd>
      </dl>
    </li>
  )
}
