import { classes } from '@/lib/classes'

export type ControlSize = 'desk' | 'candidate'

/** What every control that takes text looks like. */
export function controlLook(size: ControlSize = 'desk', ...more: (string | undefined)[]): string {
  return classes(
    'w-full rounded-control border border-line-3 bg-surface text-ink transition-colors placeholder:text-ink-3',
    'hover:border-ink-3 aria-invalid:border-grave disabled:bg-sunk disabled:text-ink-2',
    'focus-visible:outline-offset-0 focus-visible:border-transparent',
    size === 'desk' ? 'min-h-9 px-3 text-15' : 'min-h-12 px-4 text-17',
    ...more,
  )
}
