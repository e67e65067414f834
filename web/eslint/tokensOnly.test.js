// @vitest-environment node
import { RuleTester } from 'eslint'
import { afterAll, describe, it } from 'vitest'

import { tokensOnly } from './tokensOnly.js'

RuleTester.describe = describe
RuleTester.it = it
RuleTester.afterAll = afterAll

const tester = new RuleTester({ languageOptions: { parserOptions: { ecmaFeatures: { jsx: true } } } })
const drawn = (classes) => `const part = <p className="${classes}" />`
const styled = (style) => `const part = <p style={{ ${style} }} />`
const wrong = (messageId) => (code) => ({ code, errors: [{ messageId }] })

tester.run('tokens-only', tokensOnly, {
  valid: [
    drawn('bg-paper text-13 text-ink-2 hover:bg-accent-soft border-line/50 p-3'),
    drawn('grid-cols-[--spacing(28)_1fr] max-w-page w-[var(--rail)] max-h-[55dvh] w-[22%] size-[0.9em]'),
    styled('width: `${share}%`, transform: `scaleX(${share})`, opacity: 0.5, top: 0, left: box.x'),
    styled('insetInlineStart: `calc(${share}% + var(--quick))`'),
    "link.href = '#content'",
    "const text = 'A picture of 20 px [about 2rem, it says]'",
    'canvas.lineWidth = 2',
    { code: drawn('top-[2px]'), options: [{ sizes: false }] },
  ],
  invalid: [
    ...[
      drawn('bg-[#fff]'),
      drawn('text-red-500'),
      drawn('hover:bg-white'),
      drawn('border-t-slate-200/50'),
      drawn('text-[oklch(0.5_0.1_20)]'),
      styled("color: '#abc'"),
      'context.fillStyle = `rgb(${red} 0 0)`',
      "const look = 'hsl(20 50% 50%)'",
    ].map(wrong('colour')),
    ...[
      drawn('text-[13px]'),
      drawn('desk:grid-cols-[7rem_1fr]'),
      drawn('h-[calc(100dvh-15rem)]'),
      drawn('grid-cols-[1fr_7rem_auto]'),
      drawn('[--gap:0.8rem]'),
      styled('width: 12'),
      styled('marginLeft: -4'),
      styled("height: '2rem'"),
      styled('left: `calc(${share}% - 1px)`'),
      "const look = { fontSize: '13px' }",
    ].map(wrong('size')),
    { code: drawn('bg-[#fff]'), options: [{ sizes: false }], errors: [{ messageId: 'colour' }] },
  ],
})
