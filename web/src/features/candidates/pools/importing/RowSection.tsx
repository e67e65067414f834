import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { formatNumber } from '@/lib/locale'
import { Answer } from '@/ui/Answer'
import { Chip } from '@/ui/Chip'
import { Pager } from '@/ui/Pager'
import { Cell, Row as TableRow, Table } from '@/ui/Table'
import { Tabs } from '@/ui/Tabs'
import { textLinkLook } from '@/ui/Link'

import { type Import, problemsFile, type Row, type RowState, rowsQuery } from './queries'
import { ROW_TONES, useRowProblem } from './words'

type Cut = RowState | 'all'

/** The rows of the file, all of them or those of one kind. */
export function RowSection({ run }: { run: Import }) {
  const { t } = useTranslation('pools')
  const [cut, setCut] = useState<Cut>(run.bad > 0 ? 'bad' : run.kept > 0 ? 'kept' : 'all')
  const counts: [Cut, number][] = [
    ['all', run.rows],
    ['new', run.created],
    ['merged', run.merged],
    ['bad', run.bad],
    ['kept', run.kept],
  ]
  const isOver = run.state === 'undone'
  const shown = counts.filter(([one, count]) => one === 'all' || (count > 0 && !(isOver && isWritten(one))))
  return (
    <Tabs
      label={t('which_rows')}
      value={cut}
      onChange={setCut}
      tabs={shown.map(([one, count]) => ({
        value: one,
        label: t(`rows_${one}`, { number: formatNumber(count) }),
        content: <Rows key={one} run={run} cut={one} />,
      }))}
    />
  )
}

/** After an undo, no row is new or merged any more. */
const isWritten = (cut: Cut) => cut === 'new' || cut === 'merged'

function Rows({ run, cut }: { run: Import; cut: Cut }) {
  const { t } = useTranslation('pools')
  const [page, setPage] = useState(1)
  const rows = useQuery(rowsQuery(run, cut === 'all' ? undefined : cut, page))
  return (
    <>
      {cut === 'bad' && (
        <p className="mb-2 text-ink-2">
          {t('bad_lead')}{' '}
          <a href={problemsFile(run.id)} download className={textLinkLook}>
            {t('bad_file')}
          </a>
        </p>
      )}
      <Answer query={rows}>
        {(found) => (
          <>
            <Table
              caption={t('which_rows')}
              columns={[t('row'), t('name'), t('email'), t('values'), t('what_happens')]}
            >
              {found.items.map((row) => (
                <RowLine key={row.number} row={row} />
              ))}
            </Table>
            <Pager page={found.page} pages={found.pages} onPage={setPage} />
          </>
        )}
      </Answer>
    </>
  )
}

function RowLine({ row }: { row: Row }) {
  const { t } = useTranslation('pools')
  const problem = useRowProblem()
  const values = Object.entries(row.values).map(([column, value]) => `${column} ${value}`)
  return (
    <TableRow>
      <Cell mono className="text-ink-2">
        {formatNumber(row.number)}
      </Cell>
      <Cell lead className="wrap-break-word">
        {row.details.name}
      </Cell>
      <Cell className="min-w-0 wrap-break-word">{row.details.email}</Cell>
      <Cell wide className="max-w-56 truncate text-13 text-ink-2">
        {values.join(' · ')}
      </Cell>
      <Cell className="max-desk:w-full">
        {row.problems.length > 0 ? (
          <ul className="text-13 text-grave">
            {row.problems.map((one) => (
              <li key={JSON.stringify(one)}>{problem(one)}</li>
            ))}
          </ul>
        ) : (
          <Chip tone={ROW_TONES[row.state]}>{t(`row_${row.state}`)}</Chip>
        )}
      </Cell>
    </TableRow>
  )
}
