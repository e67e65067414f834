type Props = {
  label: string
  /** From 0 to `max`. */
  value: number
  max?: number
  /** What the value means in words, for those who do not see the bar. */
  text?: string
}

export function Meter({ label, value, max = 1, text }: Props) {
  const share = Math.min(1, Math.max(0, value / max))
  return (
    <div
      role="meter"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={max}
      aria-valuenow={value}
      aria-valuetext={text}
      className="h-1.5 overflow-hidden rounded-full bg-line"
    >
      <div
        className="h-full w-full origin-left rounded-full bg-accent transition-transform rtl:origin-right"
        style={{ transform: `scaleX(${share})` }}
      />
    </div>
  )
}
