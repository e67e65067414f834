import { Switch as Primitive } from 'radix-ui'

type Props = {
  /** What is switched; its label is read with the state. */
  labelledBy: string
  describedBy?: string
  checked: boolean
  onChange: (checked: boolean) => void
}

/** On or off, at once. */
export function Switch({ labelledBy, describedBy, checked, onChange }: Props) {
  return (
    <Primitive.Root
      aria-labelledby={labelledBy}
      aria-describedby={describedBy}
      checked={checked}
      onCheckedChange={onChange}
      className="relative h-7 w-12 shrink-0 rounded-full bg-line-3 transition-colors data-[state=checked]:bg-accent"
    >
      <Primitive.Thumb className="block size-5.5 translate-x-0.75 rounded-full bg-surface transition-transform data-[state=checked]:translate-x-5.75 rtl:-translate-x-0.75 rtl:data-[state=checked]:-translate-x-5.75" />
    </Primitive.Root>
  )
}
