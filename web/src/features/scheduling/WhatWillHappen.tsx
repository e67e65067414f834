import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

import { formatMinutes } from '@/lib/locale'
import { buttonLook } from '@/ui/buttonLook'
import { Notice } from '@/ui/Notice'
import { Scene } from '@/ui/Scene'
import { Story } from '@/ui/Story'
import { Unfold } from '@/ui/Unfold'

import { InterviewSummary } from './InterviewSummary'
import { JourneyPage } from './JourneyPage'
import { NeedQuestion, NeedsSoFar } from './Needs'
import type { Invitation, TellNeed } from './visit'

type Props = {
  interview: Invitation
  foot: ReactNode
  onTell: TellNeed
  /** Something to know before going on. */
  notice?: string | undefined
  problem?: string | undefined
}

const DECIDE_MINUTES = 3
const TEST_MINUTES = 2

/** Who, when and how long; what will happen, one thing after another; what one needs. */
export function WhatWillHappen({ interview, foot, onTell, notice, problem }: Props) {
  const { t } = useTranslation('visit')
  const { organisation, title, minutes } = interview
  const parts = [
    { of: 'read', span: t('about', { span: formatMinutes(DECIDE_MINUTES) }) },
    { of: 'test', span: t('about', { span: formatMinutes(TEST_MINUTES) }) },
    { of: 'wait', span: t('until_let_in') },
    { of: 'talk', span: formatMinutes(minutes) },
    { of: 'decide' },
  ] as const
  return (
    <JourneyPage
      organisation={organisation}
      title={t('invited_title', { organisation })}
      lead={t('invited_lead', { title })}
      step={1}
      foot={foot}
    >
      {notice && <Notice>{notice}</Notice>}
      {problem && (
        <p role="alert" className="mb-4 text-grave">
          {problem}
        </p>
      )}
      <InterviewSummary interview={interview} />
      <NeedsSoFar interview={interview} />
      <h2 className="mt-8 mb-4 text-20 font-semibold">{t('happens_title')}</h2>
      <Story
        parts={parts.map(({ of, ...part }) => ({
          drawing: <Scene of={of} />,
          title: t(`happens_${of}`),
          text: t(`happens_${of}_text`, { organisation }),
          ...part,
        }))}
      />
      <h2 className="mt-8 mb-2 text-20 font-semibold">{t('needs_title')}</h2>
      <ul className="list-disc ps-5">
        <li>{t('needs_browser')}</li>
        <li>{t('needs_place')}</li>
        <li>{t('needs_nothing')}</li>
      </ul>
      <p className="mt-4 mb-2">{t('test_early')}</p>
      <a href="/device-test" className={buttonLook('plain', 'candidate')}>
        {t('test_now')}
      </a>
      <div className="mt-8 grid">
        <NeedQuestion interview={interview} kind="another_time" onTell={onTell} />
        <NeedQuestion interview={interview} kind="adjustment" onTell={onTell} />
        <Unfold title={t('calendar_title')}>{t('calendar_text')}</Unfold>
      </div>
      <p className="mt-6 text-15 text-ink-2">{t('continue_means')}</p>
    </JourneyPage>
  )
}
