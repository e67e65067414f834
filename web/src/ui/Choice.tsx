import { RadioGroup } from 'radix-ui'
import { useId } from 'react'

type Props<Value extends string> = {
  label: string
  options: readonly { value: Value; label: string; description?: string }[]
  value: Value | undefined
  onChange: (value: Value) => void
}

/** One of a few, each with room to say what it means. */
export function Choice<Value extends string>({ label, options, value, onChange }: Props<Value>) {
  const id = useId()
  return (
    <RadioGroup.Root
      aria-label={label}
      value={value ?? null}
      onValueChange={(chosen) => onChange(chosen as Value)}
      className="grid gap-2"
    >
      {options.map((option) => (
        <div
          key={option.value}
          className="relative flex gap-3 rounded-panel border border-line-2 bg-surface p-4 transition-colors hover:border-line-3 has-data-[state=checked]:border-accent has-data-[state=checked]:bg-accent-soft"
        >
          <RadioGroup.Item
            id={`${id}-${option.value}`}
            value={option.value}
            aria-describedby={option.description && `${id}-${option.value}-description`}
            className="mt-1 flex size-4 shrink-0 items-center justify-center rounded-full border border-line-3 bg-surface data-[state=checked]:border-accent"
          >
            <RadioGroup.Indicator className="size-2 rounded-full bg-accent" />
          </RadioGroup.Item>
          <div>
            <label htmlFor={`${id}-${option.value}`} className="font-medium after:absolute after:inset-0">
              {option.label}
            </label>
            {option.description && (
              <p id={`${id}-${option.value}-description`} className="text-13 text-ink-2">
                {option.description}
              </p>
            )}
          </div>
        </div>
      ))}
    </RadioGroup.Root>
  )
}
