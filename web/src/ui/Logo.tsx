import { classes } from '@/lib/classes'

type Props = {
  logo: { id: string; width: number; height: number }
  /** Whose it is. */
  name: string
  className?: string
}

/** An organisation's picture, of one height wherever it stands; its place is kept before it has come. */
export function Logo({ logo, name, className }: Props) {
  return (
    <img
      src={`/api/logos/${logo.id}`}
      alt={name}
      width={logo.width}
      height={logo.height}
      className={classes(
        'h-8 w-auto max-w-40 shrink-0 rounded-mark bg-plate object-contain p-0.5',
        className,
      )}
    />
  )
}
