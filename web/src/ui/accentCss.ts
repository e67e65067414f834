import { accentOf } from './accent'
import { fromHex } from './colour'
import { looksCss } from './looksCss'

/** A colour that a person chose (`#rrggbb`) as the accent of every look. It is written at run time, so nobody
 *  rewrites it for older browsers; those keep Fairview's own. */
export function accentCss(hex: string): string {
  const colour = fromHex(hex)
  if (!colour) return ''
  return `@supports (color: light-dark(red, red)) {${looksCss(accentOf(colour)).join('')}}`
}
