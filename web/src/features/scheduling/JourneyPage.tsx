import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

import { Wizard } from '@/ui/layouts/Wizard'
import { usePageTitle } from '@/ui/usePageTitle'

type Props = {
  organisation?: string | undefined
  title: string
  lead?: ReactNode
  /** Where the candidate is on the way; left out where there is no way to go. */
  step?: 1 | 2 | 3 | 4 | 'done'
  /** To the question before, with what was answered there. */
  onBack?: (() => void) | undefined
  /** The way out. */
  wayOut?: ReactNode
  /** What to do next; the main action first. */
  foot?: ReactNode
  children?: ReactNode
}

const STEPS = 4

/** A page of the candidate's way. */
export function JourneyPage({ organisation, step, onBack, ...page }: Props) {
  const { t } = useTranslation('visit')
  usePageTitle(page.title)
  return (
    <Wizard
      {...page}
      name={organisation}
      by={organisation ? t('uses_fairview') : 'Fairview'}
      back={onBack && { label: t('back'), onBack }}
      progress={
        step && { count: STEPS, current: step === 'done' ? STEPS + 1 : step, name: t(`step_${step}`) }
      }
    />
  )
}
