import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Plus } from 'lucide-react'
import { useTranslation } from 'react-i18next'

import type { Schemas } from '@/api/client'
import { useMay, useMe } from '@/features/accounts/queries'
import { formatNumber } from '@/lib/locale'
import { zoneCity } from '@/lib/zones'
import { Answer } from '@/ui/Answer'
import { Avatar } from '@/ui/Avatar'
import { Button } from '@/ui/Button'
import { Empty } from '@/ui/Empty'
import { Link } from '@/ui/Link'
import { PageHeader } from '@/ui/PageHeader'
import { Pager } from '@/ui/Pager'
import { Cell, Row, Table } from '@/ui/Table'
import { toast } from '@/ui/toast'
import { usePageTitle } from '@/ui/usePageTitle'
import { When } from '@/ui/When'

import { CandidateDialog } from './CandidateDialog'
import { type Candidate, candidatesQuery } from './queries'
import { SearchBox } from './SearchBox'

export function CandidatesPage() {
  const { t } = useTranslation('candidates')
  const { search = '', page = 1 } = useSearch({ from: '/staff/desk/candidates' })
  const navigate = useNavigate()
  const candidates = useQuery(candidatesQuery(search, page))
  usePageTitle(t('title'))
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} action={<AddButton />} />
      <div className="mb-4 max-w-md">
        <SearchBox
          label={t('search')}
          value={search}
          onChange={(text) =>
            void navigate({ to: '/candidates', search: text ? { search: text } : {}, replace: true })
          }
        />
      </div>
      <Answer query={candidates}>
        {(found) =>
          found.total || search ? (
            <>
              <CandidateTable found={found} search={search} />
              <Pager
                page={found.page}
                pages={found.pages}
                onPage={(to) => void navigate({ to: '/candidates', search: (now) => ({ ...now, page: to }) })}
              />
            </>
          ) : (
            <Empty title={t('none_title')} text={t('none_text')} />
          )
        }
      </Answer>
    </>
  )
}

function AddButton() {
  const { t } = useTranslation('candidates')
  const mayAdd = useMay('candidates.write')
  const navigate = useNavigate()
  const welcome = (candidate: Candidate) =>
    toast({
      text: t('added', { name: candidate.name }),
      tone: 'ok',
      action: {
        label: t('plan'),
        onAct: () => void navigate({ to: '/interviews/new', search: { candidate: candidate.id } }),
      },
    })
  if (!mayAdd) return null
  return (
    <CandidateDialog
      onSaved={welcome}
      trigger={
        <Button tone="main" icon={<Plus aria-hidden className="size-4" />}>
          {t('add')}
        </Button>
      }
    />
  )
}

function CandidateTable({ found, search }: { found: Schemas['Page_CandidateOut_']; search: string }) {
  const { t } = useTranslation('candidates')
  const { zone } = useMe()
  return (
    <>
      <p role="status" className="mb-1 text-13 text-ink-2">
        {search
          ? t('found', { count: found.total, number: formatNumber(found.total), search })
          : t('total', { count: found.total, number: formatNumber(found.total) })}
      </p>
      <Table
        caption={t('title')}
        columns={[t('name'), t('email'), t('place'), t('interviews'), t('added_on')]}
      >
        {found.items.map((candidate) => (
          <Row key={candidate.id}>
            <Cell lead>
              <span className="flex items-center gap-2.5">
                <Avatar name={candidate.name} />
                <Link to="/candidates/$id" params={{ id: candidate.id }} look="quiet" className="min-w-0">
                  {candidate.name}
                </Link>
              </span>
            </Cell>
            <Cell>{candidate.email}</Cell>
            <Cell>{zoneCity(candidate.zone)}</Cell>
            <Cell wide>{formatNumber(candidate.interviews)}</Cell>
            <Cell wide>
              <When at={candidate.created_at} zone={zone} style="date" />
            </Cell>
          </Row>
        ))}
      </Table>
    </>
  )
}
