import { useTranslation } from 'react-i18next'

import { formatDate, formatList, formatMinutes } from '@/lib/locale'
import { zoneCity } from '@/lib/zones'
import { Fact, Facts } from '@/ui/Facts'

import type { Invitation } from './visit'

/** When, who, how long, who decides: in the candidate's own time first. */
export function InterviewSummary({ interview }: { interview: Invitation }) {
  const { t } = useTranslation('visit')
  const { starts_at, zone, candidate_zone } = interview
  return (
    <Facts>
      <Fact name={t('when')}>
        <strong className="font-semibold">{formatDate(starts_at, candidate_zone, 'full')}</strong>{' '}
        {t('your_time', { zone: candidate_zone.replaceAll('_', ' ') })}
        {zone !== candidate_zone && (
          <p className="text-13 text-ink-2">
            {t('their_time', { time: formatDate(starts_at, zone, 'time'), city: zoneCity(zone) })}
          </p>
        )}
      </Fact>
      <Fact name={t('who')}>{formatList(interview.interviewers)}</Fact>
      <Fact name={t('how_long')}>{formatMinutes(interview.minutes)}</Fact>
      <Fact name={t('decides')}>{t('people_decide')}</Fact>
    </Facts>
  )
}
