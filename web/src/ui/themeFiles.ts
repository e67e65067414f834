/** The tokens as style sheets: tokens.css holds their values, theme.css what Tailwind may call by name. */

import { cssOf } from './colour'
import { block, EVERYWHERE, looksCss } from './looksCss'
import {
  BREAKPOINTS,
  COLOURS,
  DURATIONS,
  EASING,
  FAMILIES,
  GLOWS,
  RADII,
  SHADOWS,
  STEP,
  TYPE,
  WIDTHS,
} from './tokens'

const WRITTEN = '/* Written by tools/theme from tokens.ts: change that. */'

type Lines = string[]

export function tokensCss(): string {
  const values = [
    ...Object.entries(GLOWS).map(([name, glow]) => `--glow-${name}: ${cssOf(glow)};`),
    ...Object.entries(SHADOWS).map(([name, layers]) => `--${name}: ${layers.map(shadowOf).join(', ')};`),
    ...Object.entries(WIDTHS).map(([name, steps]) => `--${name}: ${rem(steps * STEP)};`),
    ...Object.entries(DURATIONS).map(([name, ms]) => `--${name}: ${ms}ms;`),
    `--ease: ${EASING};`,
  ]
  return [
    WRITTEN,
    ...block(':root', ['color-scheme: light dark;', ...values]),
    '/* `.stage` surrounds pictures of people and is always dark; `.sheet` is a letter as its reader sees it. */',
    ...block(":root[data-theme='light'], .sheet", ['color-scheme: light;']),
    ...block(":root[data-theme='dark'], .stage", ['color-scheme: dark;']),
    ...looksCss(COLOURS),
    ...block('@media (forced-colors: active)', block(EVERYWHERE, forced())),
    '',
  ].join('\n')
}

export function themeCss(): string {
  return [
    WRITTEN,
    "@import 'tailwindcss';",
    "@import './tokens.css';",
    "@import './base.css';",
    ...block('@theme inline', [
      '--color-*: initial;',
      '--color-transparent: transparent;',
      '--color-current: currentColor;',
      ...Object.keys(COLOURS).map((name) => `--color-${name}: var(--${name});`),
      '--font-*: initial;',
      ...Object.entries(FAMILIES).map(([name, family]) => `--font-${name}: ${family};`),
      '--text-*: initial;',
      ...Object.entries(TYPE).flatMap(typeStep),
      `--spacing: ${rem(STEP)};`,
      ...Object.keys(WIDTHS).map((name) => `--container-${name}: var(--${name});`),
      ...Object.entries(BREAKPOINTS).map(([name, px]) => `--breakpoint-${name}: ${rem(px)};`),
      '--radius-*: initial;',
      ...Object.entries(RADII).map(([name, px]) => `--radius-${name}: ${px}px;`),
      '--shadow-*: initial;',
      ...Object.keys(SHADOWS).map((name) => `--shadow-${name}: var(--${name});`),
      '--default-transition-duration: var(--quick);',
      '--default-transition-timing-function: var(--ease);',
      '--animate-appear: appear var(--calm) var(--ease) both;',
      '--animate-appear-late: appear var(--calm) var(--late) both;',
      '--animate-turn: turn var(--turn) linear infinite;',
    ]),
    '',
  ].join('\n')
}

function forced(): Lines {
  return Object.entries(COLOURS).map(([name, { forced }]) => `--${name}: ${forced};`)
}

function typeStep([px, { line, tracking }]: [string, (typeof TYPE)[number]]): Lines {
  return [
    `--text-${px}: ${rem(Number(px))};`,
    `--text-${px}--line-height: ${rem(line)};`,
    ...(tracking === undefined ? [] : [`--text-${px}--letter-spacing: ${tracking}em;`]),
  ]
}

const shadowOf = ({ y, blur, colour }: (typeof SHADOWS.float)[number]) =>
  `0 ${y}px ${blur}px ${cssOf(colour)}`
const rem = (px: number) => `${px / 16}rem`
