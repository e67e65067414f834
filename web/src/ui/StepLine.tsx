import { useTranslation } from 'react-i18next'

import { classes } from '@/lib/classes'

type Props = {
  id?: string
  count: number
  /** Counts from 1; `count + 1` once all of them are behind. */
  current: number
  /** What the current step is called. */
  name: string
}

/** How far a person is, in words and as a line: “2 of 4 · Camera and sound”. */
export function StepLine({ id, count, current, name }: Props) {
  const { t } = useTranslation('ui')
  return (
    <div className="grid gap-1.5">
      <p id={id} className="text-13 text-ink-2">
        {current > count ? name : t('step_named', { current, count, name })}
      </p>
      <div aria-hidden className="flex gap-1.5">
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
    </div>
  )
}
