/** Roles as CSS, in all four looks: by the system's wish, and by a person's. */

import { cssOf } from './colour'
import type { Role } from './tokens'

/** What has a scheme of its own names the colours again: older browsers resolve them where they are named. */
export const EVERYWHERE = ':root, .stage, .sheet'
const WITH_MORE_CONTRAST = ":root[data-contrast='more'], [data-contrast='more'] :is(.stage, .sheet)"

/** Where the system chooses the colours, nothing of this is said. */
export function looksCss(roles: Record<string, Role>): string[] {
  const usual = Object.entries(roles).map(([name, { light, dark }]) => inBoth(name, light, dark))
  const more = Object.entries(roles).flatMap(([name, { light, dark, lightMore, darkMore }]) =>
    lightMore || darkMore ? [inBoth(name, lightMore ?? light, darkMore ?? dark)] : [],
  )
  return block('@media not (forced-colors: active)', [
    ...block(EVERYWHERE, usual),
    ...block('@media (prefers-contrast: more)', block(EVERYWHERE, more)),
    ...block(WITH_MORE_CONTRAST, more),
  ])
}

export const block = (selector: string, lines: string[]): string[] => [`${selector} {`, ...lines, '}']

const inBoth = (name: string, light: Role['light'], dark: Role['dark']) =>
  `--${name}: light-dark(${cssOf(light)}, ${cssOf(dark)});`
