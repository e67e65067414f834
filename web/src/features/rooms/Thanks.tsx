import { useTranslation } from 'react-i18next'

import { JourneyPage } from '@/features/scheduling/JourneyPage'
import type { Visit } from '@/features/scheduling/visit'
import type { EvidenceQueue } from '@/live/contracts'
import { Unfold } from '@/ui/Unfold'

import { SealNote } from './SealNote'

type Props = {
  visit: Visit
  /** How many notes the server has not confirmed, if any. */
  undelivered?: number
  /** Where this device's receipts are. */
  queue?: EvidenceQueue
}

/** After the talk: what comes next, what was kept, and whom to ask about it. */
export function Thanks({ visit, undelivered = 0, queue }: Props) {
  const { t } = useTranslation('rooms')
  const { organisation } = visit.interview
  return (
    <JourneyPage
      organisation={organisation}
      title={t('thanks_title')}
      lead={t('thanks_text', { organisation })}
      step="done"
    >
      <p role="status">
        {undelivered > 0 ? t('thanks_pending', { count: undelivered }) : t('thanks_delivered')}
      </p>
      <h2 className="mt-8 mb-2 text-20 font-semibold">{t('next_title')}</h2>
      <ol className="list-decimal ps-5">
        <li>{t('next_read')}</li>
        <li>{t('next_decide')}</li>
        <li>{t('next_hear', { organisation })}</li>
      </ol>
      <h2 className="mt-8 mb-2 text-20 font-semibold">{t('kept_title')}</h2>
      <ul className="list-disc ps-5">
        <li>{t('kept_no_picture')}</li>
        <li>{t(visit.consent?.observation ? 'kept_notes' : 'kept_no_notes')}</li>
        <li>{t('kept_code')}</li>
        <li>{t('kept_cards')}</li>
      </ul>
      <SealNote queue={queue} />
      <div className="mt-8">
        <Unfold title={t('ask_title')}>{t('ask_text', { organisation })}</Unfold>
        <Unfold title={t('how_long_title')}>{t('how_long_text', { organisation })}</Unfold>
      </div>
    </JourneyPage>
  )
}
