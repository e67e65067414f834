import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { useMay } from '@/features/accounts/queries'
import { formatNumber } from '@/lib/locale'
import { Answer } from '@/ui/Answer'
import { Button } from '@/ui/Button'
import { Empty } from '@/ui/Empty'
import { PageHeader } from '@/ui/PageHeader'
import { Pager } from '@/ui/Pager'
import { useProblemSentence } from '@/ui/problemSentence'
import { Tabs } from '@/ui/Tabs'
import { toast } from '@/ui/toast'

import { interviewsQuery } from '../interviews'
import { InterviewTable } from '../InterviewTable'

import { AboveLot } from './AboveLot'
import { Deliveries } from './Deliveries'
import { type LotInterviews, useInviteLot } from './queries'

type When = 'upcoming' | 'past'

const WHENS: readonly When[] = ['upcoming', 'past']

type Props = { lot: LotInterviews; onPlanMore: () => void }

/** How the letters of a lot fare, what needs a person, and the interviews themselves. */
export function LotProgress({ lot, onPlanMore }: Props) {
  const { t } = useTranslation('lot_schedule')
  const mayPlan = useMay('interviews.plan')
  const unplanned = lot.candidates - lot.planned
  return (
    <>
      <PageHeader
        trail={<AboveLot lot={lot} />}
        title={t('page_title', { lot: lot.name })}
        lead={t('progress_lead', {
          count: lot.candidates,
          number: formatNumber(lot.candidates),
          planned: formatNumber(lot.planned),
        })}
        action={
          <>
            {mayPlan && unplanned > 0 && (
              <Button tone={lot.not_invited ? 'plain' : 'main'} onClick={onPlanMore}>
                {t('plan_more', { count: unplanned, number: formatNumber(unplanned) })}
              </Button>
            )}
            {mayPlan && lot.not_invited > 0 && <InviteButton lot={lot} />}
          </>
        }
      />
      {lot.planned ? (
        <>
          <Deliveries lot={lot} />
          <NeedsPerson lot={lot} />
          <AllOfLot lot={lot} />
        </>
      ) : (
        <Empty title={t('none_title')} text={t('none_text')} />
      )}
    </>
  )
}

function InviteButton({ lot }: { lot: LotInterviews }) {
  const { t } = useTranslation('lot_schedule')
  const sentence = useProblemSentence()
  const invite = useInviteLot(lot.lot_id)
  const count = lot.not_invited
  const send = () =>
    invite.mutateAsync().then(
      () => toast({ text: t('letters_news', { count, number: formatNumber(count) }), tone: 'ok' }),
      (problem: unknown) => toast({ text: sentence(problem), tone: 'grave' }),
    )
  return (
    <Button tone="main" busy={invite.isPending} onClick={() => void send()}>
      {t('send_invitations', { count, number: formatNumber(count) })}
    </Button>
  )
}

function NeedsPerson({ lot }: { lot: LotInterviews }) {
  const { t } = useTranslation('lot_schedule')
  if (lot.needs_person.length === 0) return null
  return (
    <section>
      <h2 className="mt-9 mb-1 text-17 font-semibold">{t('needs_person')}</h2>
      <p className="mb-2 text-ink-2">{t('needs_person_text')}</p>
      <InterviewTable caption={t('needs_person')} interviews={lot.needs_person} />
    </section>
  )
}

/** Those to come, soonest first; those that were, latest first. */
function AllOfLot({ lot }: { lot: LotInterviews }) {
  const { t } = useTranslation('lot_schedule')
  const [when, setWhen] = useState<When>('upcoming')
  return (
    <section className="mt-9">
      <Tabs
        label={t('interviews')}
        value={when}
        onChange={setWhen}
        tabs={WHENS.map((value) => ({
          value,
          label: t(value),
          content: <OfLot lotId={lot.lot_id} when={value} />,
        }))}
      />
    </section>
  )
}

function OfLot({ lotId, when }: { lotId: string; when: When }) {
  const { t } = useTranslation('lot_schedule')
  const [page, setPage] = useState(1)
  const interviews = useQuery(interviewsQuery(when, page, lotId))
  return (
    <Answer query={interviews}>
      {(found) =>
        found.items.length ? (
          <>
            <InterviewTable caption={t(when)} interviews={found.items} />
            <Pager page={found.page} pages={found.pages} onPage={setPage} />
          </>
        ) : (
          <p className="text-ink-2">{t(`none_${when}`)}</p>
        )
      }
    </Answer>
  )
}
