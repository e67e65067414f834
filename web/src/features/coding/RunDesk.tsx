import { PanelBottom, TextCursorInput } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { Field } from '@/ui/Field'
import { IconButton } from '@/ui/IconButton'
import { TextArea } from '@/ui/TextArea'

import type { Assignment } from './contracts'
import { InBrowser } from './InBrowser'
import { RunBar } from './RunBar'
import { RunResult } from './RunResult'
import type { Running } from './useRunning'

type Props = { assignment: Assignment; running: Running; hindrances: readonly string[] }

/** What goes into a run, what came out of it, and the ways to begin one. */
export function RunDesk({ assignment, running, hindrances }: Props) {
  const { t } = useTranslation('coding')
  const [input, setInput] = useState(false)
  const [result, setResult] = useState(true)
  const hasResult = running.shown !== undefined
  const canRun = hindrances.length === 0 || running.inBrowser
  return (
    <>
      {input && canRun && <OwnInput assignment={assignment} running={running} />}
      {result && hasResult && (
        <section
          aria-label={t('result')}
          // Reached by keys, so that it can be scrolled.
          // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
          tabIndex={0}
          className="max-h-[min(32dvh,--spacing(72))] shrink-0 overflow-y-auto border-t border-line focus-visible:-outline-offset-2"
        >
          <RunResult assignment={assignment} running={running} />
        </section>
      )}
      {running.inBrowser && (
        <InBrowser assignment={assignment} arrived={running.arrived} hindrances={hindrances} />
      )}
      <RunBar assignment={assignment} running={running} hindrances={hindrances}>
        {canRun && (
          <IconButton
            label={t('own_input')}
            icon={<TextCursorInput />}
            aria-expanded={input}
            onClick={() => setInput(!input)}
          />
        )}
        {hasResult && (
          <IconButton
            label={t('result')}
            icon={<PanelBottom />}
            aria-expanded={result}
            onClick={() => setResult(!result)}
          />
        )}
      </RunBar>
    </>
  )
}

function OwnInput({ assignment, running }: Omit<Props, 'hindrances'>) {
  const { t } = useTranslation('coding')
  const label = t(assignment.language === 'sql' ? 'own_tables' : 'own_input_label')
  return (
    <Field label={label} className="border-t border-line px-4 py-3">
      {(ids) => (
        <TextArea
          {...ids}
          rows={4}
          maxLength={MAX_INPUT}
          spellCheck={false}
          className="font-mono text-13"
          value={running.stdin}
          onChange={(event) => running.setStdin(event.target.value)}
        />
      )}
    </Field>
  )
}

/** Characters; the server takes no more. */
const MAX_INPUT = 10_000
