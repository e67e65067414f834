import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { useAction } from '@/lib/useAction'
import { Button } from '@/ui/Button'
import { Field } from '@/ui/Field'
import { useProblemSentence } from '@/ui/problemSentence'
import { TextArea } from '@/ui/TextArea'

import type { NeedKind, TellNeed } from './visit'

type Props = { organisation: string; kind: NeedKind; onTell: TellNeed }

const MAX_CHARS = 2000

/** A candidate's own words to those who plan. They stay here until they have arrived. */
export function NeedForm({ organisation, kind, onTell }: Props) {
  const { t } = useTranslation('visit')
  const sentence = useProblemSentence()
  const [text, setText] = useState('')
  const [isEmpty, setIsEmpty] = useState(false)
  const tell = useAction(async () => {
    await onTell(kind, text.trim())
    setText('')
  })
  return (
    <form
      className="mt-4 grid gap-3"
      onSubmit={(event) => {
        event.preventDefault()
        setIsEmpty(!text.trim())
        if (text.trim() && !tell.isBusy) tell.run()
      }}
    >
      <Field
        label={t('need_words')}
        hint={t('need_read_by', { organisation })}
        error={isEmpty ? t('need_empty') : tell.problem && sentence(tell.problem)}
      >
        {(ids) => (
          <TextArea
            {...ids}
            size="candidate"
            maxLength={MAX_CHARS}
            value={text}
            onChange={(event) => {
              setText(event.target.value)
              setIsEmpty(false)
            }}
          />
        )}
      </Field>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <Button type="submit" size="candidate" busy={tell.isBusy}>
          {t('need_send', { organisation })}
        </Button>
        <p role="status">{tell.isDone && !text && t('need_sent')}</p>
      </div>
    </form>
  )
}
