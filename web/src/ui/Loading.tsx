import { useTranslation } from 'react-i18next'

import { Spinner } from './Spinner'

/** Appears only when the wait is long enough to notice. */
export function Loading({ text }: { text?: string }) {
  const { t } = useTranslation('ui')
  return (
    <p role="status" className="flex animate-appear-late items-center gap-2 py-10 text-ink-2">
      <Spinner />
      {text ?? t('loading')}
    </p>
  )
}
