/** Colours and sizes come from the theme (src/ui/tokens.ts): a raw one is a mistake, wherever it is written.
 *  What is worked out (a share of a track, a place in a picture) is no size of its own and is left alone. */

const COLOURS = [
  /(?:^|[\s[:(,'"])#(?:[0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})(?=$|[\s\],);/'"])/i,
  /\b(?:rgba?|hsla?|hwb|lab|lch|oklab|oklch)\(/,
]
const PALETTE = new RegExp(
  '(?:^|[\\s:!])(?:bg|text|border(?:-[xytrblse])?|fill|stroke|ring|outline|divide|from|via|to|decoration|accent|caret|shadow)-' +
    '(?:white|black|(?:slate|gray|zinc|neutral|stone|red|orange|amber|yellow|lime|green|emerald|teal|cyan|sky|blue|indigo|violet|purple|fuchsia|pink|rose)-\\d{2,3})(?=$|[\\s/!])',
)
const LENGTH = /(?<![a-z0-9.])\d*\.?\d+(?:px|rem|pt|cm|mm|in)(?![a-z0-9])/i
/** `w-[13px]`, `[--gap:1rem]`; not prose with something in brackets. */
const BRACKETS = /(?:^|[\s:-])\[[^\]\s]*\]/g
const ONLY_A_LENGTH = /^-?\d*\.?\d+(?:px|rem)$/
/** Numbers that are no lengths in a style. */
const UNITLESS = new Set([
  'opacity',
  'zIndex',
  'order',
  'flex',
  'flexGrow',
  'flexShrink',
  'lineHeight',
  'scale',
])

export const tokensOnly = {
  meta: {
    type: 'problem',
    schema: [{ type: 'object', properties: { sizes: { type: 'boolean' } }, additionalProperties: false }],
    defaultOptions: [{ sizes: true }],
    messages: {
      colour: 'A raw colour: name a role of src/ui/tokens.ts.',
      size: 'A raw size: name a step or a width of src/ui/tokens.ts, in brackets `--spacing(n)` or `var(--name)`.',
    },
  },
  create(context) {
    const { sizes } = context.options[0]
    const check = (node, text) => {
      if (COLOURS.some((raw) => raw.test(text)) || PALETTE.test(text))
        context.report({ node, messageId: 'colour' })
      else if (sizes && isRawSize(text, isInStyle(node))) context.report({ node, messageId: 'size' })
    }
    return {
      Literal: (node) => typeof node.value === 'string' && check(node, node.value),
      TemplateElement: (node) => check(node, node.value.cooked ?? node.value.raw),
      'JSXAttribute[name.name="style"] Property': ({ key, value }) => {
        const number = value.type === 'UnaryExpression' ? value.argument : value
        const isLength = typeof number.value === 'number' && number.value !== 0 && !UNITLESS.has(key.name)
        if (sizes && isLength) context.report({ node: value, messageId: 'size' })
      },
    }
  },
}

function isRawSize(text, inStyle) {
  if (inStyle) return LENGTH.test(text)
  return ONLY_A_LENGTH.test(text) || [...text.matchAll(BRACKETS)].some(([inside]) => LENGTH.test(inside))
}

function isInStyle(node) {
  for (let at = node.parent; at; at = at.parent) {
    if (at.type === 'JSXAttribute') return at.name.name === 'style'
  }
  return false
}
