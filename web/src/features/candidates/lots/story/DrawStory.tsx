import { useTranslation } from 'react-i18next'

import { useMe } from '@/features/accounts/queries'
import { formatDate, formatNumber } from '@/lib/locale'
import { Link } from '@/ui/Link'

import { hashCommand, type Lot, verifyCommand } from '../queries'
import { filterWords, groupField, orderWords, readStrategy } from '../words'
import { CalledUp } from './CalledUp'
import { Chapter } from './Chapter'
import { DrawPicture } from './DrawPicture'
import { Command, Exactly } from './parts'

/** How the lot came about, one thing after another, each with what it rests on. */
export function DrawStory({ lot }: { lot: Lot }) {
  const { t } = useTranslation('lots')
  const byChance = lot.way === 'lot'
  const parts = [
    WhoCouldBe,
    Fixed,
    ...(byChance ? [Chance] : []),
    Chosen,
    ...(lot.way === 'hand' ? [] : [StandBy]),
  ]
  return (
    <section aria-label={t('story')}>
      <DrawPicture lot={lot} />
      <ol className="mt-6 border-b border-line">
        {parts.map((Part, at) => (
          <Part key={Part.name} lot={lot} number={at + 1} />
        ))}
        <CalledUp lot={lot} number={parts.length + 1} />
      </ol>
    </section>
  )
}

type PartProps = { lot: Lot; number: number }

function WhoCouldBe({ lot, number }: PartProps) {
  const { t } = useTranslation('lots')
  const count = lot.pool_size
  return (
    <Chapter
      number={number}
      title={t('could_be', { count, number: formatNumber(count) })}
      proof={<p>{t(lot.way === 'hand' ? 'could_be_proof_hand' : 'could_be_proof')}</p>}
    >
      <p>
        {t('could_be_text')}{' '}
        <Link to="/pools/$id" params={{ id: lot.pool.id }}>
          {lot.pool.name}
        </Link>
        {'. '}
        {filterWords(lot.rule, t).join(' ')}
      </p>
    </Chapter>
  )
}

/** When nobody could be added to it or taken from it any more. */
function Fixed({ lot, number }: PartProps) {
  const { t } = useTranslation('lots')
  const { zone } = useMe()
  return (
    <Chapter
      number={number}
      title={t('fixed')}
      when={<time dateTime={lot.created_at}>{formatDate(lot.created_at, zone, 'full')}</time>}
      proof={
        <>
          <p>{t('fixed_proof')}</p>
          <Exactly name={t('pool_hash')}>{lot.pool_hash}</Exactly>
          {lot.way !== 'hand' && <Command>{hashCommand(lot)}</Command>}
        </>
      }
    >
      <p>{t('fixed_text', { by: lot.created_by })}</p>
    </Chapter>
  )
}

function Chance({ lot, number }: PartProps) {
  const { t } = useTranslation('lots')
  return (
    <Chapter
      number={number}
      title={t('chance_from')}
      proof={
        <>
          <p>{t(`chance_proof_${lot.seed_origin || 'made'}`)}</p>
          <Exactly name={t('seed')}>{lot.seed}</Exactly>
        </>
      }
    >
      <p>{t(`seed_${lot.seed_origin}`, { by: lot.created_by })}</p>
    </Chapter>
  )
}

function Chosen({ lot, number }: PartProps) {
  const { t } = useTranslation('lots')
  const { kind, field } = readStrategy(lot.strategy)
  const how =
    lot.way === 'lot'
      ? `${t('tickets')} ${t(`chance_${kind}`, { field })}`
      : lot.way === 'order'
        ? t('taken_text', { order: orderWords(lot.rule.order, t) })
        : t('ticked_text', { by: lot.created_by })
  return (
    <Chapter
      number={number}
      title={t(`chosen_${lot.way}`, { count: lot.size, number: formatNumber(lot.size) })}
      proof={
        lot.way === 'lot' ? (
          <>
            <p>{t('chosen_proof')}</p>
            <Exactly name={t('strategy')}>{lot.strategy}</Exactly>
            <Command>{verifyCommand(lot.id)}</Command>
          </>
        ) : (
          <p>{t(`proof_${lot.way}`)}</p>
        )
      }
    >
      <p>{how}</p>
    </Chapter>
  )
}

function StandBy({ lot, number }: PartProps) {
  const { t } = useTranslation('lots')
  const count = lot.pool_size - lot.size
  const field = groupField(lot)
  return (
    <Chapter
      number={number}
      title={t('stand_by', { count, number: formatNumber(count) })}
      {...(lot.way === 'lot' && count > 0 && { proof: <p>{t('stand_by_proof')}</p> })}
    >
      <p>
        {count === 0 ? t('stand_by_none') : field ? t('alternates_grouped', { field }) : t('alternates_lead')}
      </p>
    </Chapter>
  )
}
