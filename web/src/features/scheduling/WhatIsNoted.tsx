import { useTranslation } from 'react-i18next'

import type { Visit } from './visit'

type Props = { watching: Visit['watching'] }

/** What a candidate's device notes once they say yes, whatever else they allow. */
export function WhatIsNoted({ watching }: Props) {
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
    </>
  )
}
