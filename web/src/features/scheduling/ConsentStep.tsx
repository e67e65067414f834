import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { Button } from '@/ui/Button'
import { Chip } from '@/ui/Chip'
import { Choice } from '@/ui/Choice'
import { useProblemSentence } from '@/ui/problemSentence'

import { JourneyPage } from './JourneyPage'
import { InterviewSummary } from './InterviewSummary'
import { WhatIsNoted } from './WhatIsNoted'
import { giveConsent, leaveVisit, type Visit } from './visit'

type Props = { visit: Visit; onGiven: () => void; onLeft: () => void }

/** What will be seen and what the candidate decides, before any device is opened. Nothing is chosen for them. */
export function ConsentStep({ visit, onGiven, onLeft }: Props) {
  const { t } = useTranslation('visit')
  const sentence = useProblemSentence()
  const [notes, setNotes] = useState<'yes' | 'no'>()
  const [asked, setAsked] = useState(false)
  const agree = useMutation({
    mutationFn: (observation: boolean) => giveConsent(observation),
    onSuccess: onGiven,
  })
  const leave = useMutation({ mutationFn: leaveVisit, onSuccess: onLeft })
  const { organisation, minutes } = visit.interview

  return (
    <JourneyPage
      organisation={organisation}
      title={t('consent_title')}
      lead={t('consent_lead', { minutes })}
      step={2}
    >
      {visit.consent && (
        <p className="mb-7 rounded-panel bg-notice-soft px-4 py-3 text-15">{t('consent_again')}</p>
      )}
      <InterviewSummary interview={visit.interview} />

      <section className="mt-8 border-b border-line pb-4">
        <div className="flex items-start justify-between gap-4">
          <h2 className="text-17 font-semibold">{t('call_title')}</h2>
          <Chip>{t('needed')}</Chip>
        </div>
        <p className="text-15 text-ink-2">{t('call_text')}</p>
      </section>

      <section className="border-b border-line py-4">
        <h2 className="text-17 font-semibold">{t('code_title')}</h2>
        <p className="text-15 text-ink-2">{t('code_text')}</p>
      </section>

      <section className="py-4">
        <h2 className="text-17 font-semibold">{t('notes_title')}</h2>
        <WhatIsNoted watching={visit.watching} />
        <Choice
          label={t('notes_title')}
          value={notes}
          onChange={(value) => {
            setNotes(value)
            setAsked(false)
          }}
          options={[
            { value: 'yes', label: t('notes_yes'), description: t('notes_yes_text') },
            { value: 'no', label: t('notes_no'), description: t('notes_no_text') },
          ]}
        />
        {asked && (
          <p role="alert" className="mt-3 text-15 text-grave">
            {t('choose_first')}
          </p>
        )}
      </section>

      <div className="mt-4 flex flex-wrap items-center gap-4">
        <Button
          tone="main"
          size="candidate"
          busy={agree.isPending}
          onClick={() => (notes ? agree.mutate(notes === 'yes') : setAsked(true))}
        >
          {t('agree')}
        </Button>
        <Button tone="bare" size="candidate" busy={leave.isPending} onClick={() => leave.mutate()}>
          {t('not_now')}
        </Button>
      </div>
      {(agree.error ?? leave.error) && (
        <p role="alert" className="mt-4 text-grave">
          {sentence(agree.error ?? leave.error)}
        </p>
      )}
      <p className="mt-7 text-13 text-ink-2">{t('consent_foot')}</p>
    </JourneyPage>
  )
}
