/** Every colour, size and duration of the product, in one file. `tools/theme` writes tokens.css and theme.css
 *  from it; features call these by name and have none of their own (docs/design.md). */

import type { Oklch } from './colour'

export type Look = 'light' | 'dark' | 'lightMore' | 'darkMore'

/** A role in each look. With more contrast it is as without, where nothing else is said; `forced` is the
 *  system's own colour for it where the system chooses the colours. */
export type Role = { light: Oklch; dark: Oklch; lightMore?: Oklch; darkMore?: Oklch; forced: string }

const role = (
  forced: string,
  light: Oklch,
  dark: Oklch,
  more: { light?: Oklch; dark?: Oklch } = {},
): Role => ({
  forced,
  light,
  dark,
  ...(more.light && { lightMore: more.light }),
  ...(more.dark && { darkMore: more.dark }),
})

export const COLOURS = {
  // grounds
  paper: role('Canvas', [0.985, 0.005, 100], [0.185, 0.012, 250], { light: [1, 0, 0], dark: [0.13, 0, 250] }),
  surface: role('Canvas', [1, 0, 0], [0.225, 0.014, 250], { dark: [0.17, 0.006, 250] }),
  sunk: role('Canvas', [0.962, 0.006, 100], [0.16, 0.012, 250], { dark: [0.1, 0, 250] }),

  // hairlines; the third is the edge of what one may type in
  line: role('CanvasText', [0.905, 0.008, 100], [0.31, 0.014, 250], {
    light: [0.64, 0.012, 100],
    dark: [0.56, 0.014, 250],
  }),
  'line-2': role('CanvasText', [0.82, 0.01, 100], [0.4, 0.016, 250], {
    light: [0.52, 0.012, 100],
    dark: [0.66, 0.014, 250],
  }),
  'line-3': role('CanvasText', [0.64, 0.012, 100], [0.53, 0.016, 250], {
    light: [0.4, 0.012, 100],
    dark: [0.78, 0.014, 250],
  }),

  // words in three strengths
  ink: role('CanvasText', [0.25, 0.02, 250], [0.95, 0.006, 100], {
    light: [0.14, 0.01, 250],
    dark: [0.995, 0.002, 100],
  }),
  'ink-2': role('CanvasText', [0.45, 0.02, 250], [0.78, 0.012, 250], {
    light: [0.29, 0.02, 250],
    dark: [0.92, 0.008, 250],
  }),
  'ink-3': role('CanvasText', [0.53, 0.015, 250], [0.68, 0.014, 250], {
    light: [0.36, 0.015, 250],
    dark: [0.86, 0.01, 250],
  }),

  // the next step; an organisation's own colour stands here
  accent: role('LinkText', [0.44, 0.085, 170], [0.8, 0.1, 170], {
    light: [0.35, 0.07, 170],
    dark: [0.88, 0.1, 170],
  }),
  'accent-2': role('LinkText', [0.38, 0.08, 170], [0.86, 0.09, 170], {
    light: [0.28, 0.055, 170],
    dark: [0.94, 0.06, 170],
  }),
  'on-accent': role('Canvas', [0.99, 0.01, 170], [0.2, 0.03, 170], {
    light: [1, 0, 170],
    dark: [0.13, 0.02, 170],
  }),
  'accent-soft': role('Canvas', [0.945, 0.028, 170], [0.3, 0.04, 170], {
    light: [0.97, 0.015, 170],
    dark: [0.22, 0.03, 170],
  }),
  'accent-mark': role('CanvasText', [0.72, 0.1, 170], [0.76, 0.1, 170], {
    light: [0.42, 0.08, 170],
    dark: [0.82, 0.1, 170],
  }),

  // worth a look
  notice: role('CanvasText', [0.49, 0.11, 65], [0.83, 0.13, 80], {
    light: [0.38, 0.085, 65],
    dark: [0.9, 0.11, 85],
  }),
  'notice-soft': role('Canvas', [0.955, 0.045, 85], [0.3, 0.045, 75], {
    light: [0.975, 0.025, 85],
    dark: [0.22, 0.035, 75],
  }),
  'notice-mark': role('CanvasText', [0.74, 0.14, 75], [0.8, 0.14, 78], {
    light: [0.45, 0.1, 65],
    dark: [0.84, 0.14, 80],
  }),

  // rare: ending, deleting
  grave: role('CanvasText', [0.5, 0.165, 28], [0.76, 0.14, 28], {
    light: [0.4, 0.15, 28],
    dark: [0.86, 0.08, 28],
  }),
  'grave-2': role('CanvasText', [0.44, 0.155, 28], [0.82, 0.11, 28], {
    light: [0.33, 0.125, 28],
    dark: [0.92, 0.045, 28],
  }),
  'on-grave': role('Canvas', [0.99, 0.01, 28], [0.2, 0.04, 28], {
    light: [1, 0, 28],
    dark: [0.13, 0.02, 28],
  }),
  'grave-soft': role('Canvas', [0.955, 0.025, 28], [0.3, 0.06, 28], {
    light: [0.975, 0.013, 28],
    dark: [0.22, 0.045, 28],
  }),

  // what was observed
  evidence: role('CanvasText', [0.48, 0.13, 285], [0.8, 0.1, 285], {
    light: [0.37, 0.14, 285],
    dark: [0.88, 0.065, 285],
  }),
  'evidence-soft': role('Canvas', [0.95, 0.025, 285], [0.31, 0.05, 285], {
    light: [0.97, 0.015, 285],
    dark: [0.23, 0.045, 285],
  }),
  'evidence-mark': role('CanvasText', [0.66, 0.12, 285], [0.7, 0.13, 285], {
    light: [0.43, 0.16, 285],
    dark: [0.79, 0.1, 285],
  }),

  'on-mark': role('Canvas', [0.2, 0.03, 85], [0.2, 0.03, 85], {
    light: [1, 0, 85],
    dark: [0.05, 0, 85],
  }),

  live: role('CanvasText', [0.57, 0.2, 25], [0.66, 0.19, 25], {
    light: [0.5, 0.2, 25],
    dark: [0.72, 0.17, 25],
  }),
  focus: role('Highlight', [0.55, 0.15, 250], [0.72, 0.13, 250], {
    light: [0.45, 0.18, 258],
    dark: [0.85, 0.09, 240],
  }),
  edge: role('CanvasText', [0.25, 0.02, 250, 0.13], [0, 0, 0, 0.65]),
  veil: role('Canvas', [0.25, 0.02, 250, 0.32], [0.08, 0.01, 250, 0.6], { dark: [0.08, 0.01, 250, 0.8] }),
  // behind an organisation's picture: pictures are made for white paper
  plate: role('white', [1, 0, 0, 0], [0.97, 0.003, 100]),
} as const satisfies Record<string, Role>

export type RoleName = keyof typeof COLOURS

export function colourIn(look: Look, name: RoleName): Oklch {
  const { light, dark, lightMore = light, darkMore = dark }: Role = COLOURS[name]
  return { light, dark, lightMore, darkMore }[look]
}

/** Light for a face, whatever the page is otherwise; red stays below what WCAG calls saturated. */
export const GLOWS: Record<string, Oklch> = {
  red: [0.7, 0.17, 25],
  green: [0.8, 0.2, 145],
  blue: [0.65, 0.17, 262],
}

/** Shadows are for what floats. */
export const SHADOWS = {
  float: [
    { y: 1, blur: 2, colour: [0, 0, 0, 0.06] },
    { y: 8, blur: 24, colour: [0, 0, 0, 0.1] },
  ],
} as const

export const FAMILIES = {
  sans: "'IBM Plex Sans', 'IBM Plex Sans Arabic', 'Sans stand-in', 'Roboto stand-in', 'DejaVu stand-in', system-ui, sans-serif",
  serif:
    "'IBM Plex Serif', 'IBM Plex Sans Arabic', 'Serif stand-in', 'DejaVu Serif stand-in', Georgia, serif",
  mono: "'IBM Plex Mono', 'IBM Plex Sans Arabic', 'Mono stand-in', 'DejaVu Mono stand-in', ui-monospace, monospace",
}

/** Sizes and line heights in px at the browser's usual 16, written in rem; tracking in em. */
export const TYPE: Record<number, { line: number; tracking?: number }> = {
  12: { line: 16 },
  13: { line: 20 },
  15: { line: 24 },
  17: { line: 28 },
  20: { line: 28 },
  25: { line: 32, tracking: -0.012 },
  32: { line: 40, tracking: -0.014 },
}

/** One step of space, in px; Tailwind's numbers count these. */
export const STEP = 4

/** Widths that have a name, in steps. */
export const WIDTHS = { rail: 56, page: 290 }
/** Where the desk has room for its rail, in px. */
export const BREAKPOINTS = { desk: 800 }

/** In px, whatever the size of the text. */
export const RADII = { mark: 4, control: 6, panel: 10 }

/** In ms: answers, changes of place, before a wait is shown, one turn of a spinner. */
export const DURATIONS = { quick: 120, calm: 240, late: 300, turn: 900 }
export const EASING = 'cubic-bezier(0.2, 0.7, 0.2, 1)'
