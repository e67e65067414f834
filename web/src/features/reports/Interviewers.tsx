import { useTranslation } from 'react-i18next'

import type { ReportDocument } from '@/api/messages'
import { formatClock, formatNumber } from '@/lib/locale'
import { Chip } from '@/ui/Chip'
import { Meter } from '@/ui/Meter'

import { Heading } from './Heading'
import { meansOf, type ReportScorecard } from './ratings'

const MOST = 4

/** What the people who led the talk think of it. */
export function Interviewers({ report }: { report: ReportDocument }) {
  const { t } = useTranslation('reports')
  const { scorecards, withheld_scorecards: withheld } = report
  return (
    <section className="min-w-0">
      <Heading>{t('interviewers')}</Heading>
      {withheld > 0 && <p className="text-ink-2">{t('withheld', { count: withheld })}</p>}
      {withheld === 0 && scorecards.length === 0 && <p className="text-ink-2">{t('no_cards')}</p>}
      <ul className="grid gap-2">
        {meansOf(scorecards).map(({ competency, title, mean }) => (
          <li key={competency}>
            <p className="mb-0.5 flex justify-between gap-3">
              {title}
              <span className="font-mono text-13 text-ink-2">{mean === null ? '–' : oneDecimal(mean)}</span>
            </p>
            {mean === null ? (
              <p className="text-13 text-ink-2">{t('not_seen')}</p>
            ) : (
              <Meter
                label={title}
                value={mean}
                max={MOST}
                text={t('mean_of', { mean: oneDecimal(mean), most: MOST })}
              />
            )}
          </li>
        ))}
      </ul>
      {scorecards.map((card) => (
        <OneCard key={card.by} card={card} />
      ))}
    </section>
  )
}

function OneCard({ card }: { card: ReportScorecard }) {
  const { t } = useTranslation('reports')
  const { t: tCard } = useTranslation('scorecards')
  const isYes = card.recommendation === 'yes' || card.recommendation === 'strong_yes'
  const titleOf = (key: string) => card.ratings.find(({ competency }) => competency === key)?.title ?? key
  return (
    <div className="mt-4">
      <p className="flex flex-wrap items-center gap-2">
        <span className="font-medium">{card.name}</span>
        <Chip tone={isYes ? 'ok' : 'notice'}>{tCard(`recommend_${card.recommendation}`)}</Chip>
      </p>
      <p className="text-13 text-ink-2">
        {card.ratings.map(({ title, rating }) => `${title} ${rating ?? '–'}`).join(' · ')}
      </p>
      {card.closing && (
        <p className="mt-1.5 font-serif whitespace-pre-line">{t('quoted', { text: card.closing })}</p>
      )}
      {card.notes.length > 0 && (
        <ul aria-label={t('notes_of', { name: card.name })} className="mt-2 grid gap-1.5">
          {card.notes.map((note, index) => (
            <li key={index} className="grid grid-cols-[--spacing(14)_1fr] text-13">
              <span className="font-mono text-ink-2">
                {note.at_ms === null ? '–' : formatClock(note.at_ms / 1000)}
              </span>
              <span className="min-w-0 wrap-break-word whitespace-pre-line">
                <span className="text-ink-2">{titleOf(note.competency)}:</span> {note.text}
              </span>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

const oneDecimal = (value: number) =>
  formatNumber(value, { minimumFractionDigits: 1, maximumFractionDigits: 1 })
