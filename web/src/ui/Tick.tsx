import { useId } from 'react'

type Props = {
  label: string
  description: string
  checked: boolean
  onChange: (checked: boolean) => void
}

/** Something to say yes to, with room to say what it means; all of it can be pressed. */
export function Tick({ label, description, checked, onChange }: Props) {
  const id = useId()
  return (
    <div className="relative flex items-start gap-3 rounded-panel border border-line-2 bg-surface p-4 transition-colors hover:border-line-3 has-checked:border-accent has-checked:bg-accent-soft">
      <input
        id={id}
        type="checkbox"
        checked={checked}
        onChange={(event) => onChange(event.target.checked)}
        aria-describedby={`${id}-description`}
        className="relative z-10 mt-1 size-5 shrink-0 accent-accent"
      />
      <div>
        <label htmlFor={id} className="font-medium after:absolute after:inset-0">
          {label}
        </label>
        <p id={`${id}-description`} className="text-15 text-ink-2">
          {description}
        </p>
      </div>
    </div>
  )
}
