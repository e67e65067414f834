import { useId } from 'react'

type Props = {
  label: string
  options: readonly { value: string; label: string; detail?: string }[]
  values: readonly string[]
  onChange: (values: string[]) => void
  error?: string | undefined
}

/** Any of a few. */
export function CheckList({ label, options, values, onChange, error }: Props) {
  const id = useId()
  const toggle = (value: string, on: boolean) =>
    onChange(on ? [...values, value] : values.filter((one) => one !== value))
  return (
    <fieldset className="min-w-0" aria-describedby={error && `${id}-error`}>
      <legend className="mb-1 text-13 font-medium text-ink-2">{label}</legend>
      <div className="max-h-60 overflow-y-auto rounded-control border border-line-2 bg-surface px-3 py-1">
        {options.map((option) => (
          <label key={option.value} className="flex min-h-9 cursor-pointer items-center gap-3">
            <input
              type="checkbox"
              checked={values.includes(option.value)}
              aria-invalid={error ? true : undefined}
              onChange={(event) => toggle(option.value, event.target.checked)}
              className="size-4 shrink-0 accent-accent"
            />
            <span>{option.label}</span>
            {option.detail && (
              <span dir="auto" className="ms-auto truncate text-13 text-ink-2 max-sm:hidden">
                {option.detail}
              </span>
            )}
          </label>
        ))}
      </div>
      {error && (
        <p id={`${id}-error`} className="mt-1 text-13 text-grave">
          {error}
        </p>
      )}
    </fieldset>
  )
}
