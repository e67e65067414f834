import { useTranslation } from 'react-i18next'

import { formatDate } from '@/lib/locale'
import { Unfold } from '@/ui/Unfold'

import { NeedForm } from './NeedForm'
import type { Invitation, NeedKind, TellNeed } from './visit'

type Props = { interview: Invitation; kind: NeedKind; onTell: TellNeed }

/** How to ask for something before the talk, and the place to do it. */
export function NeedQuestion({ interview: { organisation }, kind, onTell }: Props) {
  const { t } = useTranslation('visit')
  return (
    <Unfold title={t(`need_${kind}`)}>
      <p>{t(`need_${kind}_text`, { organisation })}</p>
      <NeedForm organisation={organisation} kind={kind} onTell={onTell} />
    </Unfold>
  )
}

/** What was asked already, and whether somebody answered. */
export function NeedsSoFar({ interview }: { interview: Invitation }) {
  const { t } = useTranslation('visit')
  const { needs, candidate_zone: zone, organisation } = interview
  if (needs.length === 0) return null
  return (
    <ul className="mt-6 grid gap-2 rounded-panel border border-line px-4 py-3 text-15">
      {needs.map(({ kind, told_at, answered_at }) => (
        <li key={told_at}>
          {t(`need_asked_${kind}`, { time: formatDate(told_at, zone, 'moment') })}{' '}
          <span className="text-ink-2">
            {answered_at
              ? t('need_answered', { time: formatDate(answered_at, zone, 'moment') })
              : t('need_waits', { organisation })}
          </span>
        </li>
      ))}
    </ul>
  )
}
