import { useTranslation } from 'react-i18next'

import type { Visit } from './visit'

type Props = { watching: Visit['watching'] }

/** What a candidate's device would note, as far as the policy of their interview has it watched. */
export function WhatIsNoted({ watching }: Props) {
  const { t } = useTranslation('visit')
  const { watches, shares_overlay: sharesOverlay, offers_liveness: offersLiveness } = watching
  const optional = [
    ...(['objects', 'sound', 'gaze_point'] as const).filter((item) => watches.includes(item)),
    ...(sharesOverlay ? (['overlay'] as const) : []),
  ]
  return (
    <div className="mb-4 grid gap-2 text-15 text-ink-2">
      <p>{t('notes_text')}</p>
      <ul className="list-disc ps-5">
        <li>{t('notes_face')}</li>
        <li>{t('notes_look')}</li>
        <li>{t('notes_eyes')}</li>
        <li>{t('notes_device')}</li>
        {offersLiveness && <li>{t('notes_liveness')}</li>}
      </ul>
      {optional.length > 0 && (
        <>
          <p>{t('notes_optional')}</p>
          <ul className="list-disc ps-5">
            {optional.map((item) => (
              <li key={item}>{t(`notes_${item}`)}</li>
            ))}
          </ul>
        </>
      )}
      <p>{t('notes_never')}</p>
    </div>
  )
}
