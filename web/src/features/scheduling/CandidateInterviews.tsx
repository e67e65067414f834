import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'

import { Answer } from '@/ui/Answer'

import { interviewsOfCandidateQuery } from './interviews'
import { InterviewTable } from './InterviewTable'

/** The interviews of one candidate, for their page. */
export function CandidateInterviews({ candidateId }: { candidateId: string }) {
  const { t } = useTranslation('scheduling')
  const interviews = useQuery(interviewsOfCandidateQuery(candidateId))
  return (
    <section>
      <h2 className="mt-9 mb-1 text-17 font-semibold">{t('interviews')}</h2>
      <Answer query={interviews}>
        {({ items }) =>
          items.length ? (
            <InterviewTable caption={t('interviews')} interviews={items} />
          ) : (
            <p className="text-ink-2">{t('none_of_candidate')}</p>
          )
        }
      </Answer>
    </section>
  )
}
