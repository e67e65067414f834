import { Tabs } from 'radix-ui'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { classes } from '@/lib/classes'
import { Chip } from '@/ui/Chip'
import { useWide } from '@/ui/useWide'

import { rememberedTab, rememberTab } from './tabMemory'

export type WorkTab = {
  value: string
  label: string
  content: ReactNode
  /** What is new in it; the tab says so until it is opened. */
  news?: string
}

type Props = {
  header: ReactNode
  /** What everybody has to know now, above everything. */
  notices: ReactNode
  /** The people; small where the work has the page. Always the same element, so that sound never breaks off. */
  stage: (small: boolean) => ReactNode
  /** What belongs to the talk, below the people. */
  beside?: ReactNode
  /** The work, if there is any: beside the talk, or on a narrow page instead of it. */
  tabs: readonly WorkTab[]
  talkLabel: string
  /** Which side has more room. */
  proportions: 'talk' | 'work'
  /** Beside all of it, and on a narrow page in place of it; what is above and below stays. */
  aside?: ReactNode
  footer: ReactNode
}

const TALK = 'talk'
const COLUMNS = {
  talk: 'desk:grid-cols-[minmax(21rem,5fr)_7fr]',
  work: 'desk:grid-cols-[minmax(17rem,4fr)_9fr]',
}

/** People left, work right; on a narrow page one after the other, with the people small above the work. */
export function RoomLayout({
  header,
  notices,
  stage,
  beside,
  tabs,
  talkLabel,
  proportions,
  aside,
  footer,
}: Props) {
  const { t } = useTranslation('rooms')
  const wide = useWide()
  const [wanted, setWanted] = useState(() => rememberedTab() ?? TALK)
  const offered = tabs.map(({ value }) => value)
  const tab = offered.includes(wanted) ? wanted : wide ? (offered[0] ?? TALK) : TALK
  const hasWork = tabs.length > 0
  const [seen, setSeen] = useState<readonly string[]>([])
  const isNew = ({ value, news }: WorkTab) =>
    Boolean(news) && value !== tab && !seen.includes(`${value} ${news}`)
  const choose = (value: string) => {
    const opened = tabs.filter((one) => one.value === value || one.value === tab)
    setSeen([...seen, ...opened.map((one) => `${one.value} ${one.news}`)])
    setWanted(value)
    rememberTab(value)
  }
  return (
    <Tabs.Root
      value={tab}
      onValueChange={choose}
      className={classes('flex min-h-dvh flex-col', hasWork && 'desk:h-dvh', aside ? 'h-dvh' : null)}
    >
      {header}
      <div className="relative flex min-h-0 flex-1">
        <main
          id="content"
          inert={Boolean(aside) && !wide}
          className={classes(
            'grid min-h-0 min-w-0 flex-1 content-start',
            aside ? 'overflow-y-auto' : null,
            hasWork && 'desk:grid-rows-[auto_1fr] desk:content-stretch',
            hasWork && COLUMNS[proportions],
          )}
        >
          {hasWork && (
            <Tabs.List
              aria-label={t('views')}
              className={classes(
                'flex gap-1 overflow-x-auto border-b border-line px-3 desk:col-start-2 desk:row-start-1 desk:border-s desk:bg-surface',
                tabs.length === 1 && proportions === 'work' && 'desk:hidden',
              )}
            >
              <TabLabel value={TALK} label={talkLabel} className="desk:hidden" />
              {tabs.map((one) => (
                <TabLabel key={one.value} value={one.value} label={one.label} isNew={isNew(one)} />
              ))}
            </Tabs.List>
          )}
          <section
            aria-label={t('talk')}
            className="min-h-0 p-4 desk:col-start-1 desk:row-span-2 desk:row-start-1 desk:overflow-y-auto"
          >
            {notices}
            {stage(!wide && tab !== TALK)}
            {hasWork ? (
              <Tabs.Content
                value={TALK}
                forceMount
                className="mt-4 grid gap-4 empty:hidden max-desk:data-[state=inactive]:hidden"
              >
                {beside}
              </Tabs.Content>
            ) : (
              beside
            )}
          </section>
          {tabs.map(({ value, content }) => (
            <Tabs.Content
              key={value}
              value={value}
              forceMount
              className="min-h-0 border-line max-desk:border-t data-[state=inactive]:hidden desk:col-start-2 desk:row-start-2 desk:overflow-hidden desk:border-s"
            >
              {content}
            </Tabs.Content>
          ))}
        </main>
        {aside && (
          <div
            className={classes(
              'absolute inset-0 z-10 border-line desk:left-auto desk:w-100 desk:border-s',
              hasWork ? 'xl:static' : 'desk:static',
            )}
          >
            {aside}
          </div>
        )}
      </div>
      {footer}
    </Tabs.Root>
  )
}

type TabLabelProps = { value: string; label: string; isNew?: boolean; className?: string }

function TabLabel({ value, label, isNew, className }: TabLabelProps) {
  const { t } = useTranslation('rooms')
  return (
    <Tabs.Trigger
      value={value}
      className={classes(
        '-mb-px flex items-center gap-1.5 border-b-2 border-transparent px-3 py-2.5 whitespace-nowrap text-ink-2 transition-colors hover:text-ink focus-visible:-outline-offset-2',
        'data-[state=active]:border-accent data-[state=active]:font-medium data-[state=active]:text-ink',
        className,
      )}
    >
      {label}
      {isNew && <Chip tone="ok">{t('is_new')}</Chip>}
    </Tabs.Trigger>
  )
}
