import { useTranslation } from 'react-i18next'

import { Link } from '@/ui/Link'

import type { LiveRun } from './queries'

/** Whose run it is, unless that is of another organisation. */
export function OfInterview({ interview }: { interview: LiveRun['interview'] }) {
  const { t } = useTranslation('runs')
  if (!interview) return <span className="font-normal text-ink-2">{t('other_organisation')}</span>
  return (
    <>
      <Link look="quiet" to="/interviews/$id" params={{ id: interview.id }}>
        {interview.candidate}
      </Link>{' '}
      <span className="font-normal text-ink-2">{interview.title}</span>
    </>
  )
}
