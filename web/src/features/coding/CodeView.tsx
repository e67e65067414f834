import type { EditorView } from '@codemirror/view'
import { useEffect, useRef } from 'react'

import { createCodeView, showMoment } from './codeView'
import type { Language } from './contracts'
import type { Moment } from './replay'

type Props = { moment: Moment; language: Language; label: string }

/** Code to read. */
export function CodeView({ moment, language, label }: Props) {
  const place = useRef<HTMLDivElement>(null)
  const view = useRef<EditorView>(undefined)
  useEffect(() => {
    if (!place.current) return
    const created = createCodeView(place.current, language, label)
    view.current = created
    return () => created.destroy()
  }, [language, label])
  useEffect(() => {
    if (view.current) showMoment(view.current, moment)
  }, [moment, language, label])
  return <div ref={place} dir="ltr" className="h-full min-h-0" />
}
