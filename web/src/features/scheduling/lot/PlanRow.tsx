import { Pencil, X } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { classes } from '@/lib/classes'
import { formatDate, formatList } from '@/lib/locale'
import { zoneCity } from '@/lib/zones'
import { IconButton } from '@/ui/IconButton'
import { textLinkLook } from '@/ui/Link'
import { Cell, Row } from '@/ui/Table'

import { useClashSentence } from '../clash'

import type { PlannedRow, RowProblem } from './queries'
import { RowDialog } from './RowDialog'

export type PlanClock = { zone: string; minutes: number; ownZone: string | undefined }

type Props = {
  row: PlannedRow
  plan: PlanClock
  onChange: (row: PlannedRow) => void
  onRemove: () => void
}

export function PlanRow({ row, plan, onChange, onRemove }: Props) {
  const { t } = useTranslation('lot_schedule')
  const [open, setOpen] = useState(false)
  const { candidate, starts_at, interviewers } = row
  return (
    <Row>
      <Cell mono>{starts_at ? formatDate(starts_at, plan.zone, 'time') : row.time}</Cell>
      {plan.ownZone && <Cell mono>{starts_at && formatDate(starts_at, plan.ownZone, 'moment')}</Cell>}
      <Cell lead>
        {candidate.name}
        {open && <RowDialog row={row} plan={plan} onSave={onChange} onClose={() => setOpen(false)} />}
        <Problems problems={row.problems} />
      </Cell>
      <Cell>
        {starts_at && (
          <>
            <span className="font-mono text-13">{formatDate(starts_at, candidate.zone, 'moment')}</span>{' '}
            <span className="text-13 text-ink-2">{zoneCity(candidate.zone)}</span>
          </>
        )}
      </Cell>
      <Cell>{formatList(interviewers.map(({ name }) => name))}</Cell>
      <Cell end className="whitespace-nowrap">
        <IconButton
          className="-my-1.5"
          label={t('change_named', { name: candidate.name })}
          icon={<Pencil />}
          onClick={() => setOpen(true)}
        />
        <IconButton
          className="-my-1.5"
          label={t('take_out', { name: candidate.name })}
          icon={<X />}
          onClick={onRemove}
        />
      </Cell>
    </Row>
  )
}

function Problems({ problems }: { problems: readonly RowProblem[] }) {
  const { t } = useTranslation('lot_schedule')
  const sentence = useClashSentence()
  if (problems.length === 0) return null
  return (
    <ul className="mt-0.5 max-w-prose text-13 font-normal">
      {problems.map((problem) => (
        <li key={JSON.stringify(problem)} className={classes(problem.blocks ? 'text-grave' : 'text-notice')}>
          {sentence(problem)}{' '}
          {problem.params.interview_id && (
            <a
              href={`/interviews/${problem.params.interview_id}`}
              target="_blank"
              rel="noreferrer"
              className={textLinkLook}
            >
              {t('look')}
            </a>
          )}
        </li>
      ))}
    </ul>
  )
}
