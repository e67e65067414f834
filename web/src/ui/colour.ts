/** Colours as people see them (OKLCH), and how far apart two of them are (WCAG 2.2). */

/** Lightness 0 to 1, chroma, hue in degrees, and how much covers what lies behind. */
export type Oklch = readonly [lightness: number, chroma: number, hue: number, alpha?: number]
type Rgb = readonly [red: number, green: number, blue: number]

export function cssOf([lightness, chroma, hue, alpha]: Oklch): string {
  const parts = [lightness, chroma, hue].map(short).join(' ')
  return alpha === undefined ? `oklch(${parts})` : `oklch(${parts} / ${short(alpha)})`
}

/** Of two colours that cover what lies behind them: 1 (the same) to 21 (black on white). */
export function contrast(one: Oklch, other: Oklch): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (light + 0.05) / (dark + 0.05)
}

/** The colour as an sRGB screen can show it: the same hue and lightness with as much chroma as there is. */
export function shown([lightness, chroma, hue]: Oklch): Oklch {
  if (isShowable([lightness, chroma, hue])) return [lightness, chroma, hue]
  let [enough, tooMuch] = [0, chroma]
  while (tooMuch - enough > 0.0005) {
    const middle = (enough + tooMuch) / 2
    if (isShowable([lightness, middle, hue])) enough = middle
    else tooMuch = middle
  }
  return [lightness, enough, hue]
}

export function fromHex(hex: string): Oklch | undefined {
  const digits = /^#?([0-9a-f]{6})$/i.exec(hex.trim())?.[1]
  if (!digits) return undefined
  const [red, green, blue] = [0, 2, 4].map((at) => linear(parseInt(digits.slice(at, at + 2), 16) / 255)) as [
    number,
    number,
    number,
  ]
  const long = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue)
  const medium = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue)
  const short = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue)
  const a = 1.9779984951 * long - 2.428592205 * medium + 0.4505937099 * short
  const b = 0.0259040371 * long + 0.7827717662 * medium - 0.808675766 * short
  const lightness = 0.2104542553 * long + 0.793617785 * medium - 0.0040720468 * short
  return [lightness, Math.hypot(a, b), ((Math.atan2(b, a) * 180) / Math.PI + 360) % 360]
}

export function toHex(colour: Oklch): string {
  const parts = toLinear(colour).map((part) => Math.round(gamma(clipped(part)) * 255))
  return `#${parts.map((part) => part.toString(16).padStart(2, '0')).join('')}`
}

function luminance(colour: Oklch): number {
  const [red, green, blue] = toLinear(colour).map(clipped) as [number, number, number]
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** Björn Ottosson's matrices (https://bottosson.github.io/posts/oklab/), to linear sRGB. */
function toLinear([lightness, chroma, hue]: Oklch): Rgb {
  const angle = (hue * Math.PI) / 180
  const [a, b] = [chroma * Math.cos(angle), chroma * Math.sin(angle)]
  const long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const medium = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const short = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3
  return [
    4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short,
    -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short,
    -0.0041960863 * long - 0.7034186147 * medium + 1.707614701 * short,
  ]
}

const isShowable = (colour: Oklch) => toLinear(colour).every((part) => part > -0.0005 && part < 1.0005)
const clipped = (part: number) => Math.min(1, Math.max(0, part))
const linear = (part: number) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)
const gamma = (part: number) => (part <= 0.0031308 ? part * 12.92 : 1.055 * part ** (1 / 2.4) - 0.055)
const short = (part: number) => Number(part.toFixed(4))
