import { type SyntheticEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { colourIn } from '@/ui/tokens'
import { Button } from '@/ui/Button'
import { fromHex, toHex } from '@/ui/colour'
import { Field } from '@/ui/Field'
import { useProblemSentence } from '@/ui/problemSentence'
import { TextInput } from '@/ui/TextInput'
import { toast } from '@/ui/toast'

import { useMe } from '../queries'
import { LookPreview } from './LookPreview'
import { useChooseAccent } from './queries'

const OURS = toHex(colourIn('light', 'accent'))

/** A colour, typed or picked, with what will become of it in both looks before it is chosen. */
export function AccentSection() {
  const { t } = useTranslation('accounts')
  const { accent } = useMe().organisation.look
  const [written, setWritten] = useState(accent ?? OURS)
  const [missing, setMissing] = useState(false)
  const { choose, busy } = useChoice()
  const colour = fromHex(written)

  const save = (event: SyntheticEvent) => {
    event.preventDefault()
    setMissing(!colour)
    if (colour) void choose(toHex(colour), accent)
  }
  return (
    <section aria-labelledby="accent">
      <h2 id="accent" className="text-17 font-semibold">
        {t('accent')}
      </h2>
      <p className="mt-1 mb-4 text-ink-2">{t('accent_lead')}</p>
      <form noValidate onSubmit={save} className="flex flex-wrap items-start gap-3">
        <Field
          label={t('accent_hex')}
          hint={t('accent_hint')}
          error={missing && !colour ? t('accent_missing') : undefined}
          className="w-48"
        >
          {(ids) => (
            <TextInput
              {...ids}
              className="font-mono"
              spellCheck={false}
              autoComplete="off"
              value={written}
              onChange={(event) => setWritten(event.target.value)}
            />
          )}
        </Field>
        <Field label={t('accent_pick')}>
          {(ids) => (
            <input
              {...ids}
              type="color"
              className="h-9 w-14 rounded-control border border-line-3 bg-surface p-1"
              value={colour ? toHex(colour) : OURS}
              onChange={(event) => setWritten(event.target.value)}
            />
          )}
        </Field>
        <div className="flex w-full flex-wrap gap-2">
          <Button type="submit" tone="main" busy={busy}>
            {t('accent_save')}
          </Button>
          {accent && (
            <Button
              tone="bare"
              onClick={() => {
                setWritten(OURS)
                void choose(null, accent)
              }}
            >
              {t('accent_ours')}
            </Button>
          )}
        </div>
      </form>
      {colour && <LookPreview colour={colour} />}
    </section>
  )
}

function useChoice() {
  const { t } = useTranslation('accounts')
  const sentence = useProblemSentence()
  const change = useChooseAccent()
  const choose = async (accent: string | null, before: string | null) => {
    try {
      await change.mutateAsync(accent)
    } catch (problem) {
      toast({ text: sentence(problem), tone: 'grave' })
      return
    }
    toast({
      text: t('look_changed'),
      tone: 'ok',
      action: { label: t('look_undo'), onAct: () => void choose(before, accent) },
    })
  }
  return { choose, busy: change.isPending }
}
