import { useMutation } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { FairviewProblem } from '@/api/problem'
import { Button } from '@/ui/Button'
import { Chip } from '@/ui/Chip'
import { Choice } from '@/ui/Choice'
import { Clause } from '@/ui/Clause'
import { Notice } from '@/ui/Notice'
import { useProblemSentence } from '@/ui/problemSentence'

import { ExtraNotes } from './ExtraNotes'
import { JourneyPage } from './JourneyPage'
import { WhatIsNoted } from './WhatIsNoted'
import { type Extra, giveConsent, isOutdated, leaveVisit, type Visit } from './visit'

/** What a candidate has answered so far; nothing, to begin with. */
export interface Answers {
  notes?: 'yes' | 'no'
  extras: readonly Extra[]
}

type Props = {
  visit: Visit
  answers: Answers
  onAnswers: (answers: Answers) => void
  onGiven: () => void
  /** What this page tells does not hold any more. */
  onOutdated: () => void
  onBack: () => void
  onLeft: () => void
}

/** What is needed, and what the candidate decides, one point after another, before any device is opened. Nothing is
 *  chosen for them. */
export function ConsentStep({ visit, answers, onAnswers, onGiven, onOutdated, onBack, onLeft }: Props) {
  const { t } = useTranslation('consent')
  const sentence = useProblemSentence()
  const choice = useRef<HTMLDivElement>(null)
  const [asked, setAsked] = useState(false)
  const { notes, extras } = answers
  const allowed = notes === 'yes' ? extras : []
  const agree = useMutation({
    mutationFn: (observation: boolean) => giveConsent(observation, allowed, visit.policy.reference),
    onSuccess: onGiven,
    onError: (problem) => {
      if (problem instanceof FairviewProblem && problem.code === 'policy_changed') onOutdated()
    },
  })
  const leave = useMutation({ mutationFn: leaveVisit, onSuccess: onLeft })
  const { organisation } = visit.interview
  const again = whyAgain(visit.consent)
  const terms = (point: 'call' | 'code' | 'notes') =>
    (['who', 'kept', 'without'] as const).map((term) => ({
      name: t(`term_${term}`),
      text: t(`term_${point}_${term}`, { organisation }),
    }))
  const goOn = () => {
    if (notes) {
      agree.mutate(notes === 'yes')
      return
    }
    setAsked(true)
    choice.current?.querySelector<HTMLElement>('[role=radio]')?.focus()
  }

  return (
    <JourneyPage
      organisation={organisation}
      title={t('consent_title')}
      lead={t('consent_lead')}
      step={2}
      onBack={onBack}
      foot={
        <>
          <Button tone="main" size="candidate" busy={agree.isPending} onClick={goOn}>
            {t('agree')}
          </Button>
          <Button tone="bare" size="candidate" busy={leave.isPending} onClick={() => leave.mutate()}>
            {t('not_now')}
          </Button>
        </>
      }
    >
      {again && <Notice>{t(again)}</Notice>}

      <h2 className="mb-3 text-20 font-semibold">{t('needed_title')}</h2>
      <Clause
        title={t('call_title')}
        mark={<Chip>{t('needed')}</Chip>}
        text={t('call_text')}
        terms={terms('call')}
      />
      <Clause
        title={t('code_title')}
        mark={<Chip>{t('if_asked')}</Chip>}
        text={t('code_text')}
        terms={terms('code')}
      />

      <h2 className="mt-6 mb-3 text-20 font-semibold">{t('yours_title')}</h2>
      <Clause
        title={t('notes_title')}
        mark={<Chip tone="ok">{t('your_choice')}</Chip>}
        text={<WhatIsNoted visit={visit} />}
        terms={terms('notes')}
      >
        <div ref={choice} className="mt-5">
          <Choice
            label={t('notes_title')}
            value={notes}
            onChange={(value) => {
              onAnswers({ ...answers, notes: value })
              setAsked(false)
            }}
            options={[
              { value: 'yes', label: t('notes_yes'), description: t('notes_yes_text') },
              { value: 'no', label: t('notes_no'), description: t('notes_no_text') },
            ]}
          />
        </div>
        {asked && (
          <p role="alert" className="mt-3 text-15 text-grave">
            {t('choose_first')}
          </p>
        )}
        {notes === 'yes' && (
          <ExtraNotes
            watching={visit.watching}
            extras={extras}
            onExtras={(wanted) => onAnswers({ ...answers, extras: wanted })}
          />
        )}
      </Clause>

      {(agree.error ?? leave.error) && (
        <p role="alert" className="mb-4 text-grave">
          {sentence(agree.error ?? leave.error)}
        </p>
      )}
      <p className="text-15 text-ink-2">{t('consent_foot')}</p>
    </JourneyPage>
  )
}

function whyAgain(consent: Visit['consent']): 'consent_again' | 'consent_each' | undefined {
  if (!consent) return undefined
  if (isOutdated(consent)) return 'consent_again'
  return consent.observation && !consent.further ? 'consent_each' : undefined
}
