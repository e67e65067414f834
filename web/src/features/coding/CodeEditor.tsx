import { useEffect, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { formatNumber } from '@/lib/locale'
import { useCell } from '@/lib/useCell'
import { Loading } from '@/ui/Loading'
import { toast } from '@/ui/toast'

import { type Language, MAX_DOCUMENT, MAX_PASTE } from './contracts'
import type { CodeDocument } from './document'
import { createEditor, type Limit } from './editor'
import type { Workspace } from './workspace'

/** Who goes on typing into a full text need not be told with each letter. */
const TELL_AGAIN_MS = 5000

type Props = {
  workspace: Workspace
  document: string
  language: Language
  title: string
  onRun: () => void
}

/** One document of the workspace, written by everybody at once. */
export function CodeEditor({ workspace, document: id, ...rest }: Props) {
  const document = useDocument(workspace, id)
  return document ? <OpenDocument document={document} {...rest} /> : <Opening />
}

function useDocument(workspace: Workspace, id: string): CodeDocument | undefined {
  const [document, setDocument] = useState<CodeDocument>()
  useEffect(() => {
    let left = false
    void workspace.open(id).then((opened) => !left && setDocument(opened))
    return () => {
      left = true
    }
  }, [workspace, id])
  return document?.id === id ? document : undefined
}

function Opening() {
  const { t } = useTranslation('coding')
  return (
    <div className="px-4">
      <Loading text={t('opening')} />
    </div>
  )
}

type OpenProps = Omit<Props, 'workspace' | 'document'> & { document: CodeDocument }

function OpenDocument({ document, language, title, onRun }: OpenProps) {
  const { t } = useTranslation('coding')
  const isOpen = useCell(document.isOpen)
  const replica = useCell(document.replica)
  const place = useRef<HTMLDivElement>(null)
  const run = useRef(onRun)
  const hintId = useId()
  const label = t('editor_label', { title, language: t(`language_${language}`) })

  useEffect(() => {
    run.current = onRun
  }, [onRun])
  useEffect(() => document.onTakenBack(() => toast({ text: t('taken_back'), tone: 'grave' })), [document, t])
  useEffect(() => {
    if (!place.current || !isOpen) return
    let toldAt = -Infinity
    const tellLimit = (limit: Limit) => {
      if (performance.now() - toldAt > TELL_AGAIN_MS) toast({ text: limitWords(limit, t) })
      toldAt = performance.now()
    }
    const view = createEditor(place.current, replica, {
      language,
      label,
      describedBy: hintId,
      onRun: () => run.current(),
      onLimit: tellLimit,
    })
    return () => view.destroy()
  }, [replica, isOpen, language, label, hintId, t])

  return (
    <>
      {!isOpen && <Opening />}
      <div ref={place} dir="ltr" data-testid="editor" className="h-full min-h-0" />
      <p id={hintId} className="sr-only">
        {t('editor_hint')}
      </p>
    </>
  )
}

function limitWords(limit: Limit, t: ReturnType<typeof useTranslation<'coding'>>['t']): string {
  return limit === 'paste'
    ? t('too_much_at_once', { count: MAX_PASTE, number: formatNumber(MAX_PASTE) })
    : t('document_full', { count: MAX_DOCUMENT, number: formatNumber(MAX_DOCUMENT) })
}
