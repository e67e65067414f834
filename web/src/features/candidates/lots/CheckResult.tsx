import type { UseMutationResult } from '@tanstack/react-query'
import { Check, TriangleAlert } from 'lucide-react'
import { useTranslation } from 'react-i18next'

import { useProblemSentence } from '@/ui/problemSentence'

import type { Recheck } from './queries'

/** What checking found, said aloud when it is there. */
export function CheckResult({ check }: { check: UseMutationResult<Recheck, Error, void> }) {
  const sentence = useProblemSentence()
  return (
    <div aria-live="polite" className="max-w-prose">
      {check.isError && <p className="text-grave">{sentence(check.error)}</p>}
      {check.data && <Found found={check.data} />}
    </div>
  )
}

function Found({ found }: { found: Recheck }) {
  const { t } = useTranslation('lots')
  if (found.state === 'same')
    return (
      <p className="flex gap-2 font-medium text-accent">
        <Check aria-hidden className="mt-1 size-4 shrink-0" />
        {t('check_same')}
      </p>
    )
  if (found.state === 'incomplete') return <p>{t('check_incomplete', { count: found.erased })}</p>
  return (
    <>
      <p className="flex gap-2 font-medium text-grave">
        <TriangleAlert aria-hidden className="mt-1 size-4 shrink-0" />
        {t('check_differs')}
      </p>
      <Differences problems={found.problems} />
    </>
  )
}

const CODES = [
  'missing',
  'foreign',
  'differs',
  'not_in_pool',
  'not_in_record',
  'other_places',
  'places_moved',
  'kept_otherwise',
]

function Differences({ problems }: { problems: Recheck['problems'] }) {
  const { t } = useTranslation(['lots', 'errors'])
  return (
    <ul className="mt-2 grid gap-1 text-13">
      {problems.map(({ where, code, params }) => (
        <li key={`${where} ${code} ${params.key ?? ''}`} className="wrap-anywhere">
          <code className="font-mono">{where}</code>{' '}
          {CODES.includes(code)
            ? t(`difference_${code}`, params)
            : t([`errors:${code}`, 'errors:unexpected'], params)}
        </li>
      ))}
    </ul>
  )
}
