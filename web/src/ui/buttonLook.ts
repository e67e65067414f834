import { classes } from '@/lib/classes'

export type ButtonTone = 'main' | 'plain' | 'bare' | 'grave'
export type ButtonSize = 'desk' | 'candidate'

const TONES: Record<ButtonTone, string> = {
  main: 'bg-accent text-on-accent border-transparent hover:bg-accent-2',
  plain: 'bg-surface text-ink border-line-2 hover:border-line-3 hover:bg-sunk',
  bare: 'bg-transparent text-ink-2 border-transparent hover:bg-sunk hover:text-ink',
  grave: 'bg-transparent text-grave border-grave hover:bg-grave-soft',
}

const SIZES: Record<ButtonSize, string> = {
  desk: 'min-h-9 px-3.5 py-1 text-15',
  candidate: 'min-h-12 px-5.5 py-2 text-17',
}

/** The look of a button, for what is one and for links that lead somewhere with the same weight. */
export function buttonLook(tone: ButtonTone, size: ButtonSize): string {
  return classes(
    'inline-flex items-center justify-center gap-2 rounded-control border font-medium transition-colors',
    'select-none disabled:opacity-50 aria-disabled:opacity-60',
    TONES[tone],
    SIZES[size],
  )
}
