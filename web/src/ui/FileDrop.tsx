import { FileUp } from 'lucide-react'
import { type ChangeEvent, type DragEvent, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { FairviewProblem } from '@/api/problem'
import { classes } from '@/lib/classes'
import { formatNumber } from '@/lib/locale'

import { Button } from './Button'
import { useProblemSentence } from './problemSentence'
import { Progress } from './Progress'

const MB = 1 << 20

type Sending = { onProgress: (share: number) => void; signal: AbortSignal }

type Props<Answer> = {
  /** As `accept` of an input has them: `.csv,.xlsx`. */
  kinds: string
  limitMb: number
  /** Which files it takes. */
  hint: string
  send: (file: File, sending: Sending) => Promise<Answer>
  onSent: (answer: Answer) => void
}

/** A file, dropped or picked, and its way to the server, which can be called off. What cannot be taken is refused before
 *  anything of it is sent. */
export function FileDrop<Answer>({ kinds, limitMb, hint, send, onSent }: Props<Answer>) {
  const { t } = useTranslation('parts')
  const sentence = useProblemSentence()
  const { sending, problem, start, stop } = useSending({ limitMb, send, onSent })
  return (
    <>
      {sending ? (
        <Progress
          label={t('sending', { file: sending.name })}
          share={sending.share}
          said={formatNumber(sending.share, { style: 'percent' })}
          action={
            <Button tone="bare" onClick={stop}>
              {t('stop_sending')}
            </Button>
          }
        />
      ) : (
        <Place kinds={kinds} hint={hint} onFile={(file) => void start(file)} />
      )}
      {problem !== undefined && (
        <p role="alert" className="max-w-prose text-grave">
          {sentence(problem)}
        </p>
      )}
    </>
  )
}

function useSending<Answer>({ limitMb, send, onSent }: Pick<Props<Answer>, 'limitMb' | 'send' | 'onSent'>) {
  const [sending, setSending] = useState<{ name: string; share: number }>()
  const [problem, setProblem] = useState<unknown>()
  const control = useRef<AbortController>(undefined)
  useEffect(() => () => control.current?.abort(), [])
  const start = async (file: File) => {
    setProblem(undefined)
    const tooLarge = file.size > limitMb * MB
    if (tooLarge || file.size === 0) {
      const params = { limit_mb: limitMb }
      setProblem(new FairviewProblem({ code: tooLarge ? 'file_too_large' : 'file_empty', params }))
      return
    }
    const { signal } = (control.current = new AbortController())
    setSending({ name: file.name, share: 0 })
    try {
      const onProgress = (share: number) => setSending({ name: file.name, share })
      onSent(await send(file, { onProgress, signal }))
    } catch (error) {
      if (!signal.aborted) setProblem(error)
    } finally {
      setSending(undefined)
    }
  }
  return { sending, problem, start, stop: () => control.current?.abort() }
}

type PlaceProps = { kinds: string; hint: string; onFile: (file: File) => void }

function Place({ kinds, hint, onFile }: PlaceProps) {
  const { t } = useTranslation('parts')
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
      <FileUp aria-hidden className="mb-2 size-7 text-ink-2" />
      <span className="font-medium">
        <span className="text-accent underline underline-offset-3">{t('choose_file')}</span>
        <span className="max-sm:hidden"> {t('or_drop')}</span>
      </span>
      <span className="text-13 text-ink-2">{hint}</span>
      <input type="file" accept={kinds} onChange={pick} className="sr-only" />
    </label>
  )
}
