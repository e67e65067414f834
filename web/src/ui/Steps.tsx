import { useTranslation } from 'react-i18next'

import { classes } from '@/lib/classes'

/** How far a person is, as a line of parts. `current` counts from 1. */
export function Steps({ count, current }: { count: number; current: number }) {
  const { t } = useTranslation('ui')
  return (
    <div role="img" aria-label={t('step', { current, count })} className="flex gap-2">
      {Array.from({ length: count }, (_, index) => (
        <span
          key={index}
          className={classes(
            'h-1 flex-1 rounded-full transition-colors',
            index < current ? 'bg-accent' : 'bg-line',
          )}
        />
      ))}
    </div>
  )
}
