import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'

import { reviewIncident } from '@/features/rooms/entry'
import { Button } from '@/ui/Button'
import { useProblemSentence } from '@/ui/problemSentence'

import type { ReportIncident } from './words'

type Props = { incident: ReportIncident; session: string; onReviewed: () => void }

/** Confirm, dismiss, or take that back; the report is then made again as a new version. */
export function ReviewButtons({ incident, session, onReviewed }: Props) {
  const { t } = useTranslation('proctoring')
  const sentence = useProblemSentence()
  const review = useMutation({
    mutationFn: (next: 'open' | 'confirmed' | 'dismissed') => reviewIncident(session, incident.id, next),
    onSuccess: onReviewed,
  })
  return (
    <>
      {review.error && <span className="text-13 text-grave">{sentence(review.error)}</span>}
      {incident.review === 'open' ? (
        <>
          <Button tone="bare" busy={review.isPending} onClick={() => review.mutate('dismissed')}>
            {t('dismiss')}
          </Button>
          <Button tone="bare" busy={review.isPending} onClick={() => review.mutate('confirmed')}>
            {t('confirm')}
          </Button>
        </>
      ) : (
        <Button tone="bare" busy={review.isPending} onClick={() => review.mutate('open')}>
          {t('undo')}
        </Button>
      )}
    </>
  )
}
