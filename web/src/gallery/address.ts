/** Addresses of the gallery, and the ground that a view stands on. */

export const THEMES = ['light', 'dark'] as const
export const DIRECTIONS = ['ltr', 'rtl'] as const
export const CONTRASTS = ['usual', 'more'] as const

export type Ground = {
  theme: (typeof THEMES)[number]
  dir: (typeof DIRECTIONS)[number]
  contrast: (typeof CONTRASTS)[number]
}

export type Place = {
  part: string
  ground: Ground
  /** `browse` has the list and the switches around it; the others are bare. */
  view: 'browse' | 'states' | 'state' | 'sheet'
  /** Which state, where only one is shown. */
  state: string
}

export function placeOf({ pathname, search }: Pick<Location, 'pathname' | 'search'>): Place {
  const asked = new URLSearchParams(search)
  return {
    part: decodeURIComponent(pathname.split('/')[2] ?? ''),
    view: (['sheet', 'states', 'state'] as const).find((view) => asked.has(view)) ?? 'browse',
    state: asked.get('state') ?? '',
    ground: {
      theme: chosen(THEMES, asked.get('theme')),
      dir: chosen(DIRECTIONS, asked.get('dir')),
      contrast: chosen(CONTRASTS, asked.get('contrast')),
    },
  }
}

function chosen<Value extends string>(values: readonly [Value, ...Value[]], wish: string | null): Value {
  return values.find((value) => value === wish) ?? values[0]
}

export function partAddress(part: string): string {
  return `/gallery/${part}`
}

export function statesAddress(part: string, ground: Ground): string {
  return `${partAddress(part)}?${new URLSearchParams({ states: '', ...ground }).toString()}`
}

export function stateAddress(part: string, state: string, ground: Ground): string {
  return `${partAddress(part)}?${new URLSearchParams({ state, ...ground }).toString()}`
}
