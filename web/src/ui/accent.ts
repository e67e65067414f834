/** An organisation's colour as the accent of every look. Its hue stays, and its strength as far as a screen can
 *  show it; how light it is moves as far as it must for words to stay readable (`pairs.ts`). */

import { contrast, type Oklch, shown } from './colour'
import { MARKS, QUIET_MARKS, WORDS } from './pairs'
import { colourIn, COLOURS, type Look, type Role, type RoleName } from './tokens'

const ACCENTS = ['accent-soft', 'on-accent', 'accent', 'accent-2', 'accent-mark'] as const
type AccentRole = (typeof ACCENTS)[number]
export type Accent = Record<AccentRole, Role>

/** Above what WCAG asks, so that nothing is lost where a screen rounds. */
const SPARE = 0.1
const STEP = 0.005
/** How far the accent moves under the pointer. */
const HOVER = 0.06

export function accentOf(colour: Oklch): Accent {
  const [light, dark, lightMore, darkMore] = (['light', 'dark', 'lightMore', 'darkMore'] as const).map(
    (look) => accentIn(look, colour),
  ) as [InLook, InLook, InLook, InLook]
  return Object.fromEntries(
    ACCENTS.map((name) => [
      name,
      {
        forced: COLOURS[name].forced,
        light: light[name],
        dark: dark[name],
        lightMore: lightMore[name],
        darkMore: darkMore[name],
      },
    ]),
  ) as Accent
}

/** What became of the colour where it stands as it is: links, the main button. */
export function movedIn(look: 'light' | 'dark', colour: Oklch): boolean {
  return Math.abs(accentIn(look, colour).accent[0] - colour[0]) > 2 * STEP
}

type InLook = Record<AccentRole, Oklch>

function accentIn(look: Look, [lightness, chroma, hue]: Oklch): InLook {
  const away = look.startsWith('light') ? -1 : 1
  const own = (name: AccentRole): Oklch => {
    const [ownLightness, ownChroma] = colourIn(look, name)
    return shown([ownLightness, Math.min(ownChroma, chroma), hue])
  }
  const known: Partial<InLook> = { 'accent-soft': own('accent-soft'), 'on-accent': own('on-accent') }
  const fitted = (name: AccentRole, from: number, way: number): Oklch => {
    let found = shown([from, chroma, hue])
    for (let at = from; at >= 0 && at <= 1 && !fits(look, name, found, known); at += way * STEP) {
      found = shown([at, chroma, hue])
    }
    known[name] = found
    return found
  }
  const accent = fitted('accent', lightness, away)
  const room = away < 0 ? accent[0] : 1 - accent[0]
  fitted('accent-2', accent[0] + (room > 2 * HOVER ? HOVER : -HOVER) * away, away)
  fitted('accent-mark', colourIn(look, 'accent-mark')[0], colourIn(look, 'on-mark')[0] < 0.5 ? 1 : -1)
  return known as InLook
}

/** Whether the colour can be told from everything that it meets and that is known so far. */
function fits(look: Look, name: AccentRole, colour: Oklch, known: Partial<InLook>): boolean {
  const isMore = look.endsWith('More')
  const enough = (pairs: typeof WORDS, least: number) =>
    pairs.every((pair) => {
      if (!pair.includes(name)) return true
      const other = pair[0] === name ? pair[1] : pair[0]
      const met = isAccent(other) ? known[other] : colourIn(look, other)
      return !met || contrast(colour, met) >= least + SPARE
    })
  return enough(WORDS, isMore ? 7 : 4.5) && enough(MARKS, 3) && (!isMore || enough(QUIET_MARKS, 3))
}

const isAccent = (name: RoleName): name is AccentRole => (ACCENTS as readonly RoleName[]).includes(name)
