import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { useMay } from '@/features/accounts/queries'
import { Button } from '@/ui/Button'
import { Chip } from '@/ui/Chip'
import { Dialog } from '@/ui/Dialog'
import { useProblemSentence } from '@/ui/problemSentence'
import { Tick } from '@/ui/Tick'
import { toast } from '@/ui/toast'

import { type InterviewCard, type RuleName, useSwitchRulesOff } from './interviews'

type Props = { interview: InterviewCard }

/** What is not counted for this candidate; whoever plans can change it until the talk begins. */
export function RulesOffFact({ interview }: Props) {
  const { t } = useTranslation('scheduling')
  const mayPlan = useMay('interviews.plan')
  const { rules_off: off, state } = interview
  const hasBegun = ['live', 'ended', 'cancelled'].includes(state)
  return (
    <div className="flex flex-wrap items-baseline gap-x-4 gap-y-2">
      {off.length > 0 ? (
        <span className="flex flex-wrap gap-2">
          {off.map((rule) => (
            <Chip key={rule}>{t(`rules_off.rule.${rule}`)}</Chip>
          ))}
        </span>
      ) : (
        <span className="text-ink-2">{t('rules_off.none')}</span>
      )}
      {mayPlan && !hasBegun && <SwitchButton interview={interview} />}
    </div>
  )
}

function SwitchButton({ interview }: Props) {
  const { t } = useTranslation('scheduling')
  const [open, setOpen] = useState(false)
  const { name } = interview.candidate
  return (
    <Dialog
      wide
      title={t('rules_off.title', { name })}
      description={t('rules_off.text', { name })}
      trigger={<Button className="-my-1.5">{t('rules_off.change')}</Button>}
      open={open}
      onOpenChange={setOpen}
    >
      <Switches interview={interview} onSaved={() => setOpen(false)} />
    </Dialog>
  )
}

function Switches({ interview, onSaved }: Props & { onSaved: () => void }) {
  const { t } = useTranslation('scheduling')
  const sentence = useProblemSentence()
  const { id, rules_off: off, switchable } = interview
  const [wanted, setWanted] = useState<readonly RuleName[]>(off)
  const save = useSwitchRulesOff(id)
  return (
    <form
      className="grid gap-2"
      onSubmit={(event) => {
        event.preventDefault()
        save.mutate(wanted, {
          onSuccess: () => {
            onSaved()
            toast({ text: t('rules_off.saved'), tone: 'ok' })
          },
        })
      }}
    >
      <div className="grid gap-2 desk:grid-cols-2">
        {switchable.map((rule) => (
          <Tick
            key={rule}
            label={t(`rules_off.rule.${rule}`)}
            description={t(`rules_off.when.${rule}`)}
            checked={wanted.includes(rule)}
            onChange={(isOff) => setWanted(isOff ? [...wanted, rule] : wanted.filter((one) => one !== rule))}
          />
        ))}
      </div>
      {save.error && (
        <p role="alert" className="text-15 text-grave">
          {sentence(save.error)}
        </p>
      )}
      <div className="mt-2 flex justify-end">
        <Button type="submit" tone="main" busy={save.isPending}>
          {t('rules_off.save')}
        </Button>
      </div>
    </form>
  )
}
