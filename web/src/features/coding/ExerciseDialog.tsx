import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { classes } from '@/lib/classes'
import { formatList, formatMinutes } from '@/lib/locale'
import { matches } from '@/lib/matching'
import { Answer } from '@/ui/Answer'
import { Button } from '@/ui/Button'
import { Dialog } from '@/ui/Dialog'
import { ListAndDetail } from '@/ui/layouts/ListAndDetail'
import { useProblemSentence } from '@/ui/problemSentence'
import { TextInput } from '@/ui/TextInput'

import { ExercisePreview } from './ExercisePreview'
import { bankQuery, type BankExercise, useAssign } from './queries'
import { levelWords } from './words'

type Props = {
  interview: string
  /** Those that are given already, by what the bank calls them. */
  given: readonly string[]
  trigger: ReactNode
  onAssigned?: (assignment: string) => void
}

/** Choose an exercise out of the bank. */
export function ExerciseDialog({ trigger, ...rest }: Props) {
  const { t } = useTranslation('coding')
  const [open, setOpen] = useState(false)
  return (
    <Dialog
      wide
      title={t('choose_title')}
      description={t('choose_text')}
      trigger={trigger}
      open={open}
      onOpenChange={setOpen}
    >
      <Choosing {...rest} onDone={() => setOpen(false)} />
    </Dialog>
  )
}

function Choosing({ interview, given, onAssigned, onDone }: Omit<Props, 'trigger'> & { onDone: () => void }) {
  const { t } = useTranslation('coding')
  const sentence = useProblemSentence()
  const bank = useQuery(bankQuery)
  const assign = useAssign(interview)
  const [search, setSearch] = useState('')
  const [wanted, setWanted] = useState('')
  const give = (slug: string) =>
    assign.mutate(slug, {
      onSuccess: ({ id }) => {
        onAssigned?.(id)
        onDone()
      },
    })
  return (
    <Answer query={bank}>
      {(exercises) => {
        const found = exercises.filter((one) => matches(wordsOf(one, levelWords(one, t)), search))
        const chosen = found.find(({ slug }) => slug === wanted) ?? found[0]
        return (
          <ListAndDetail
            search={
              <TextInput
                type="search"
                aria-label={t('search')}
                placeholder={t('search')}
                value={search}
                onChange={(event) => setSearch(event.target.value)}
              />
            }
            list={<Found exercises={found} chosen={chosen} given={given} onChoose={setWanted} />}
            foot={
              chosen && (
                <>
                  {assign.error && (
                    <p role="alert" className="text-grave">
                      {sentence(assign.error)}
                    </p>
                  )}
                  {given.includes(chosen.slug) && <p className="text-13 text-ink-2">{t('given_already')}</p>}
                  <Button
                    tone="main"
                    busy={assign.isPending}
                    disabled={given.includes(chosen.slug)}
                    onClick={() => give(chosen.slug)}
                  >
                    {t('give')}
                  </Button>
                </>
              )
            }
          >
            {chosen ? (
              <ExercisePreview key={chosen.slug} exercise={chosen} />
            ) : (
              <p className="text-ink-2">{t('none_found', { query: search })}</p>
            )}
          </ListAndDetail>
        )
      }}
    </Answer>
  )
}

const wordsOf = ({ title, languages }: BankExercise, level: string) => [title, level, ...languages].join(' ')

type FoundProps = {
  exercises: readonly BankExercise[]
  chosen: BankExercise | undefined
  given: readonly string[]
  onChoose: (slug: string) => void
}

function Found({ exercises, chosen, given, onChoose }: FoundProps) {
  const { t } = useTranslation('coding')
  const name = useId()
  return (
    <fieldset>
      <legend className="sr-only">{t('exercises')}</legend>
      {exercises.map((one) => (
        <label
          key={one.slug}
          className={classes(
            'block cursor-pointer rounded-control px-3 py-2 has-focus-visible:outline-2 has-focus-visible:outline-focus',
            one.slug === chosen?.slug ? 'bg-accent-soft' : 'hover:bg-sunk',
          )}
        >
          <input
            type="radio"
            name={name}
            className="sr-only"
            checked={one.slug === chosen?.slug}
            onChange={() => onChoose(one.slug)}
          />
          <span className="block font-medium">{one.title}</span>
          <span className="block text-13 text-ink-2">
            {[
              levelWords(one, t),
              formatMinutes(one.minutes),
              formatList(one.languages.map((language) => t(`language_${language}`))),
              ...(given.includes(one.slug) ? [t('given')] : []),
            ].join(' · ')}
          </span>
        </label>
      ))}
    </fieldset>
  )
}
