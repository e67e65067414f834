import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

import { Link } from '@/ui/Link'
import { PageHeader } from '@/ui/PageHeader'

type Props = { title: string; lead?: string; interviewId: string; children?: ReactNode }

/** A page in place of the room, with the way back. */
export function Outside({ title, lead, interviewId, children }: Props) {
  const { t } = useTranslation('rooms')
  return (
    <main id="content" className="mx-auto max-w-160 px-5 pt-16">
      <PageHeader title={title} {...(lead && { lead })} />
      <div className="flex flex-wrap items-center gap-4">
        {children}
        <Link to="/interviews/$id" params={{ id: interviewId }}>
          {t('back_to_interview')}
        </Link>
      </div>
    </main>
  )
}
