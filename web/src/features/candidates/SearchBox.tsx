import { Search } from 'lucide-react'
import { useEffect, useState } from 'react'

import { TextInput } from '@/ui/TextInput'

const TYPING_PAUSE_MS = 250

type Props = { label: string; value: string; onChange: (text: string) => void }

/** Asks once the typing pauses. */
export function SearchBox({ label, value, onChange }: Props) {
  const [text, setText] = useState(value)
  useEffect(() => {
    if (text === value) return
    const timer = setTimeout(() => onChange(text), TYPING_PAUSE_MS)
    return () => clearTimeout(timer)
  }, [text, value, onChange])
  return (
    <search className="relative block">
      <Search
        aria-hidden
        className="pointer-events-none absolute top-1/2 start-3 size-4 -translate-y-1/2 text-ink-2"
      />
      <TextInput
        type="search"
        aria-label={label}
        placeholder={label}
        value={text}
        onChange={(event) => setText(event.target.value)}
        className="ps-9"
      />
    </search>
  )
}
