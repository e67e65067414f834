import { Plus } from 'lucide-react'
import { type KeyboardEvent, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { randomId } from '@/lib/random-id'
import { Button } from '@/ui/Button'
import { pressed } from '@/ui/shortcuts'

import type { Draft, Rubric } from './draft'
import type { ScorecardKeeper } from './keeper'
import { NoteField } from './NoteField'
import { RatingField } from './RatingField'

type Props = {
  competency: Rubric['competencies'][number]
  draft: Draft
  keeper: ScorecardKeeper
  nowMs: () => number | null
}

/** One thing to judge. It takes the focus as a whole, so that one key rates it or adds a note. */
export function CompetencyField({ competency, draft, keeper, nowMs }: Props) {
  const { t } = useTranslation('scorecards')
  const id = useId()
  const [fresh, setFresh] = useState<string>()
  const { key } = competency
  const notes = draft.notes.filter((note) => note.competency === key)
  const rate = (rating: number | null) => keeper.change({ ratings: { ...draft.ratings, [key]: rating } })
  const addNote = () => {
    const note = { key: randomId(), competency: key, at_ms: nowMs(), text: '' }
    setFresh(note.key)
    keeper.change({ notes: [...draft.notes, note] })
  }
  const answerKey = (event: KeyboardEvent) => {
    const wish = pressed(event.nativeEvent, 'scorecard')
    if (wish === 'rate') rate(Number(event.key))
    else if (wish === 'unseen') rate(null)
    else if (wish === 'note') addNote()
    else return
    event.preventDefault()
  }
  return (
    // The whole of it takes the focus, so that a key is about the competency that is being read.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div
      role="group"
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-sentence`}
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      data-competency={key}
      onKeyDown={answerKey}
      className="border-t border-line py-3"
    >
      <h3 id={`${id}-title`} className="font-medium">
        {competency.title}
      </h3>
      <p id={`${id}-sentence`} className="mb-2 text-13 text-ink-2">
        <bdi>{competency.sentence}</bdi>
      </p>
      <div className="flex flex-wrap items-center gap-2">
        <RatingField competency={competency} value={draft.ratings[key]} onChange={rate} />
        <Button tone="bare" icon={<Plus aria-hidden className="size-4" />} onClick={addNote}>
          {t('add_note')}
        </Button>
      </div>
      {notes.map((note) => (
        <NoteField
          key={note.key}
          note={note}
          isFresh={note.key === fresh}
          onType={(text) =>
            keeper.type({ notes: draft.notes.map((one) => (one.key === note.key ? { ...one, text } : one)) })
          }
          onRemove={() => keeper.change({ notes: draft.notes.filter((one) => one.key !== note.key) })}
        />
      ))}
    </div>
  )
}
