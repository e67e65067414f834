import { FileSpreadsheet } from 'lucide-react'
import { type ChangeEvent, type DragEvent, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { FairviewProblem } from '@/api/problem'
import { classes } from '@/lib/classes'
import { formatNumber } from '@/lib/locale'
import { Button } from '@/ui/Button'
import { Meter } from '@/ui/Meter'
import { useProblemSentence } from '@/ui/problemSentence'

import type { Pool } from '../queries'
import type { Import } from './queries'
import { upload } from './upload'

const MB = 1 << 20
const KINDS = '.csv,.tsv,.txt,.xlsx'

type Props = { pool: Pool; onUploaded: (run: Import) => void }

/** A file, dropped or picked, and its way to the server. */
export function FileStep({ pool, onUploaded }: Props) {
  const { t } = useTranslation('pools')
  const sentence = useProblemSentence()
  const { sending, problem, send, stop } = useSending(pool, onUploaded)
  return (
    <div className="mt-6 grid gap-4">
      {sending ? (
        <Sending {...sending} onStop={stop} />
      ) : (
        <Drop limit={pool.upload_limit_mb} onFile={(file) => void send(file)} />
      )}
      {problem !== undefined && (
        <p role="alert" className="max-w-prose text-grave">
          {sentence(problem)}
        </p>
      )}
      <p className="max-w-prose text-13 text-ink-2">{t('file_hint')}</p>
    </div>
  )
}

function useSending(pool: Pool, onUploaded: (run: Import) => void) {
  const [sending, setSending] = useState<{ name: string; share: number }>()
  const [problem, setProblem] = useState<unknown>()
  const control = useRef<AbortController>(undefined)
  useEffect(() => () => control.current?.abort(), [])
  const send = async (file: File) => {
    setProblem(undefined)
    const tooLarge = file.size > pool.upload_limit_mb * MB
    if (tooLarge || file.size === 0) {
      const params = { limit_mb: pool.upload_limit_mb }
      setProblem(new FairviewProblem({ code: tooLarge ? 'file_too_large' : 'file_empty', params }))
      return
    }
    const { signal } = (control.current = new AbortController())
    setSending({ name: file.name, share: 0 })
    try {
      const onProgress = (share: number) => setSending({ name: file.name, share })
      onUploaded(await upload(pool.id, file, { onProgress, signal }))
    } catch (error) {
      if (!signal.aborted) setProblem(error)
    } finally {
      setSending(undefined)
    }
  }
  return { sending, problem, send, stop: () => control.current?.abort() }
}

function Drop({ limit, onFile }: { limit: number; onFile: (file: File) => void }) {
  const { t } = useTranslation('pools')
  const [over, setOver] = useState(false)
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    const file = event.dataTransfer.files[0]
    if (file) onFile(file)
  }
  const pick = ({ target }: ChangeEvent<HTMLInputElement>) => {
    const file = target.files?.[0]
    // So that the same file can be chosen again once it is corrected.
    target.value = ''
    if (file) onFile(file)
  }
  const hover = (event: DragEvent, on: boolean) => {
    event.preventDefault()
    setOver(on)
  }
  return (
    <label
      onDragOver={(event) => hover(event, true)}
      onDragLeave={(event) => hover(event, false)}
      onDrop={drop}
      className={classes(
        'flex cursor-pointer flex-col items-center gap-1 rounded-panel border border-dashed px-6 py-14 text-center transition-colors',
        'focus-within:outline-2 focus-within:outline-offset-2 focus-within:outline-focus',
        over ? 'border-accent bg-accent-soft' : 'border-line-3 bg-surface hover:border-ink-3',
      )}
    >
      <FileSpreadsheet aria-hidden className="mb-2 size-7 text-ink-2" />
      <span className="font-medium">
        <span className="text-accent underline underline-offset-3">{t('choose_file')}</span>
        <span className="max-sm:hidden"> {t('or_drop')}</span>
      </span>
      <span className="text-13 text-ink-2">{t('file_kinds', { limit: formatNumber(limit) })}</span>
      <input type="file" accept={KINDS} onChange={pick} className="sr-only" />
    </label>
  )
}

function Sending({ name, share, onStop }: { name: string; share: number; onStop: () => void }) {
  const { t } = useTranslation('pools')
  const percent = formatNumber(share, { style: 'percent' })
  return (
    <div className="grid gap-3 rounded-panel border border-line bg-surface p-6">
      <p className="font-medium wrap-anywhere">{t('sending', { file: name })}</p>
      <Meter label={t('sending', { file: name })} value={share} text={percent} />
      <div className="flex items-center justify-between">
        <span className="font-mono text-13 text-ink-2">{percent}</span>
        <Button tone="bare" onClick={onStop}>
          {t('stop_sending')}
        </Button>
      </div>
    </div>
  )
}
