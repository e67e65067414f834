import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

import { useMe } from '@/features/accounts/queries'
import { formatList } from '@/lib/locale'
import { Link } from '@/ui/Link'
import { Cell, Row, Table } from '@/ui/Table'
import { When } from '@/ui/When'

import type { InterviewCard } from './interviews'
import { SoFar } from './SoFar'
import { StateChip } from './StateChip'

type Props = {
  caption: string
  interviews: readonly InterviewCard[]
  /** Of one day: the time alone is enough, and how far each is can be drawn. The finished ones draw others. */
  ribbonOf?: (room: string) => ReactNode
  /** The step that each of them waits for. */
  answerOf?: (interview: InterviewCard) => ReactNode
}

export function InterviewTable({ caption, interviews, ribbonOf, answerOf }: Props) {
  const { t } = useTranslation('scheduling')
  const { zone } = useMe()
  const ofOneDay = ribbonOf !== undefined
  const columns = [ofOneDay ? t('time') : t('when'), t('candidate'), t('title_of'), t('with'), t('state')]
  const extra = [...(ofOneDay ? [t('so_far')] : []), ...(answerOf ? [t('step')] : [])]
  return (
    <Table caption={caption} columns={[...columns, ...extra]}>
      {interviews.map((interview) => (
        <Row key={interview.id} quiet={interview.state === 'cancelled'}>
          <Cell mono>
            <When at={interview.starts_at} zone={zone} style={ofOneDay ? 'time' : 'moment'} />
          </Cell>
          <Cell lead>
            <Link to="/interviews/$id" params={{ id: interview.id }} look="quiet">
              {interview.candidate.name}
            </Link>
          </Cell>
          <Cell>{interview.title}</Cell>
          <Cell wide>
            <Panel interview={interview} />
          </Cell>
          <Cell end={extra.length === 0}>
            <StateChip interview={interview} />
          </Cell>
          {ribbonOf && (
            <Cell className="max-desk:w-full desk:w-48">
              <SoFar interview={interview} ribbonOf={ribbonOf} />
            </Cell>
          )}
          {answerOf && <Cell end>{answerOf(interview)}</Cell>}
        </Row>
      ))}
    </Table>
  )
}

export function Panel({ interview }: { interview: InterviewCard }) {
  const { t } = useTranslation('scheduling')
  const { id } = useMe()
  return formatList(interview.interviewers.map((person) => (person.id === id ? t('you') : person.name)))
}
