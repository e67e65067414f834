import { Switch as Primitive } from 'radix-ui'
import { useId } from 'react'

type Props = {
  label: string
  description?: string
  checked: boolean
  onChange: (checked: boolean) => void
  disabled?: boolean
}

/** A row that asks one thing: the question and what it means on the left, the switch on the right. */
export function Switch({ label, description, checked, onChange, disabled }: Props) {
  const id = useId()
  return (
    <div className="flex items-center justify-between gap-4">
      <div>
        <label htmlFor={id} className="font-semibold">
          {label}
        </label>
        {description && (
          <p id={`${id}-description`} className="text-15 text-ink-2">
            {description}
          </p>
        )}
      </div>
      <Primitive.Root
        id={id}
        aria-describedby={description && `${id}-description`}
        checked={checked}
        onCheckedChange={onChange}
        disabled={disabled}
        className="h-7 w-12 shrink-0 rounded-full bg-line-3 p-[3px] transition-colors disabled:opacity-50 data-[state=checked]:bg-accent"
      >
        <Primitive.Thumb className="block size-5.5 rounded-full bg-surface transition-transform data-[state=checked]:translate-x-5 rtl:data-[state=checked]:-translate-x-5" />
      </Primitive.Root>
    </div>
  )
}
