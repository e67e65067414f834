import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { useMay, useMe } from '@/features/accounts/queries'
import { formatDate } from '@/lib/locale'
import { Answer } from '@/ui/Answer'
import { Button } from '@/ui/Button'
import { Dialog } from '@/ui/Dialog'
import { Field } from '@/ui/Field'
import { Notice } from '@/ui/Notice'
import { useProblemSentence } from '@/ui/problemSentence'
import { TextArea } from '@/ui/TextArea'
import { toast } from '@/ui/toast'

import { type InterviewCard, type Need, needsQuery, useAnswerNeed } from './interviews'

type Props = { interview: InterviewCard }

/** What the candidate asked, for those who plan: what waits for an answer stands out. */
export function CandidateNeeds({ interview }: Props) {
  const mayPlan = useMay('interviews.plan')
  return mayPlan && <Asked interview={interview} />
}

function Asked({ interview }: Props) {
  const needs = useQuery(needsQuery(interview.id))
  const isOver = interview.state === 'ended' || interview.state === 'cancelled'
  return (
    <Answer query={needs}>
      {(found) => (
        <>
          {found.map((need) =>
            need.answered_at || isOver ? (
              <AnsweredNeed key={need.id} need={need} />
            ) : (
              <OpenNeed key={need.id} need={need} interview={interview} />
            ),
          )}
        </>
      )}
    </Answer>
  )
}

function OpenNeed({ need, interview }: Props & { need: Need }) {
  const { t } = useTranslation('scheduling')
  return (
    <Notice
      title={t(`needs.${need.kind}`, { name: interview.candidate.name })}
      action={<AnswerButton need={need} interview={interview} />}
    >
      <p dir="auto" className="whitespace-pre-line">
        {need.text}
      </p>
      <ToldAt need={need} />
      <p className="text-13 text-ink-2">
        {t(need.kind === 'another_time' ? 'needs.or_move' : 'needs.or_switch')}
      </p>
    </Notice>
  )
}

function ToldAt({ need: { told_at } }: { need: Need }) {
  const { t } = useTranslation('scheduling')
  const { zone } = useMe()
  return (
    <p className="text-13 text-ink-2">{t('needs.told', { time: formatDate(told_at, zone, 'moment') })}</p>
  )
}

/** Both sides' words, to look up. */
function AnsweredNeed({ need }: { need: Need }) {
  const { t } = useTranslation('scheduling')
  const { zone } = useMe()
  const { kind, text, answer, answered_at, answered_by } = need
  const time = answered_at && formatDate(answered_at, zone, 'moment')
  return (
    <div className="mb-4 grid gap-1 border-s-2 border-line-2 ps-4 text-15">
      <p className="font-medium">{t(`needs.of_${kind}`)}</p>
      <p dir="auto" className="whitespace-pre-line">
        {text}
      </p>
      <ToldAt need={need} />
      {time && (
        <p className="text-13 text-ink-2">
          {t(answer ? 'needs.answered' : 'needs.moved', { name: answered_by, time })}
        </p>
      )}
      {answer && (
        <p dir="auto" className="whitespace-pre-line">
          {answer}
        </p>
      )}
    </div>
  )
}

const MAX_CHARS = 2000

function AnswerButton({ need, interview }: Props & { need: Need }) {
  const { t } = useTranslation('scheduling')
  const sentence = useProblemSentence()
  const [open, setOpen] = useState(false)
  const [text, setText] = useState('')
  const answer = useAnswerNeed(interview.id)
  const { name, email } = interview.candidate
  const send = () =>
    answer.mutate(
      { need: need.id, text: text.trim() },
      {
        onSuccess: () => {
          setOpen(false)
          toast({ text: t('needs.answered_news', { email }), tone: 'ok' })
        },
      },
    )
  return (
    <Dialog
      title={t('needs.answer_title', { name })}
      description={t('needs.answer_text', { email })}
      trigger={<Button>{t('needs.answer')}</Button>}
      open={open}
      onOpenChange={setOpen}
    >
      <form
        className="grid gap-4"
        onSubmit={(event) => {
          event.preventDefault()
          if (!answer.isPending) send()
        }}
      >
        <blockquote
          dir="auto"
          className="max-h-40 overflow-y-auto border-s-2 border-line-2 ps-4 text-15 whitespace-pre-line"
        >
          {need.text}
        </blockquote>
        <Field label={t('needs.your_answer')} error={answer.error ? sentence(answer.error) : undefined}>
          {(ids) => (
            <TextArea
              {...ids}
              required
              rows={5}
              maxLength={MAX_CHARS}
              value={text}
              onChange={(event) => setText(event.target.value)}
            />
          )}
        </Field>
        <div className="flex justify-end">
          <Button type="submit" tone="main" busy={answer.isPending}>
            {t('needs.send_answer')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
