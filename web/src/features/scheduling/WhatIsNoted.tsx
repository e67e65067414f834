import { useTranslation } from 'react-i18next'

import { formatList } from '@/lib/locale'

import type { Visit } from './visit'

type Props = { visit: Visit }

/** What a candidate's device notes once they say yes, whatever else they allow. */
export function WhatIsNoted({ visit: { interview, watching, policy } }: Props) {
  const { t } = useTranslation('consent')
  return (
    <>
      <p>{t('notes_text')}</p>
      <ul className="list-disc ps-5">
        <li>{t('notes_face')}</li>
        <li>{t('notes_look')}</li>
        <li>{t('notes_eyes')}</li>
        <li>{t('notes_device')}</li>
        {watching.offers_liveness && <li>{t('notes_liveness')}</li>}
      </ul>
      <p className="mt-1">{t('notes_never')}</p>
      {policy.without.length > 0 && (
        <p className="mt-1 font-medium">
          {t('not_counted', {
            organisation: interview.organisation,
            rules: formatList(policy.without.map((rule) => t(`rule_${rule}`))),
          })}
        </p>
      )}
    </>
  )
}
