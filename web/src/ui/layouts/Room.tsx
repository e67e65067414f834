import { Tabs } from 'radix-ui'
import { type CSSProperties, type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { classes } from '@/lib/classes'

import { Chip } from '../Chip'
import { Divider } from '../Divider'
import { useWide } from '../useWide'

import { rememberedTab, rememberTab } from './tabMemory'
import { useShare } from './useShare'

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
const COLUMNS = 'desk:grid-cols-[minmax(--spacing(68),var(--share))_auto_minmax(--spacing(80),1fr)]'

/** People and work beside each other, with a border that can be moved; on a narrow page the people first, then the talk
 *  or the work, above which people are small. */
export function Room({ header, notices, stage, beside, tabs, talkLabel, proportions, aside, footer }: Props) {
  const { t } = useTranslation('parts')
  const wide = useWide()
  const [wanted, setWanted] = useState(() => rememberedTab() ?? TALK)
  const offered = tabs.map(({ value }) => value)
  const tab = offered.includes(wanted) ? wanted : wide ? (offered[0] ?? TALK) : TALK
  const hasWork = tabs.length > 0
  const [share, setShare] = useShare(proportions)
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
          style={{ '--share': `${share}%` } as CSSProperties}
          className={classes(
            'grid min-h-0 min-w-0 flex-1 content-start',
            aside ? 'overflow-y-auto' : null,
            hasWork && 'desk:grid-rows-[auto_1fr] desk:content-stretch',
            hasWork && COLUMNS,
          )}
        >
          <section
            id="talk"
            aria-label={t('talk')}
            className="min-h-0 min-w-0 p-4 desk:col-start-1 desk:row-span-2 desk:row-start-1 desk:overflow-y-auto"
          >
            {notices}
            {stage(!wide && tab !== TALK)}
            {(wide || !hasWork) && beside && (
              <div className="mt-4 grid grid-cols-1 gap-4 empty:hidden">{beside}</div>
            )}
          </section>
          {hasWork && wide && <Divider share={share} onShare={setShare} />}
          {hasWork && (
            <Tabs.List
              aria-label={t('views')}
              className={classes(
                'flex gap-1 overflow-x-auto border-b border-line px-3 desk:col-start-3 desk:row-start-1 desk:bg-surface',
                tabs.length === 1 && proportions === 'work' && 'desk:hidden',
              )}
            >
              <TabLabel value={TALK} label={talkLabel} className="desk:hidden" />
              {tabs.map((one) => (
                <TabLabel key={one.value} value={one.value} label={one.label} isNew={isNew(one)} />
              ))}
            </Tabs.List>
          )}
          {hasWork && !wide && (
            <Tabs.Content
              value={TALK}
              forceMount
              className="grid min-w-0 grid-cols-1 gap-4 p-4 empty:hidden data-[state=inactive]:hidden"
            >
              {beside}
            </Tabs.Content>
          )}
          {tabs.map(({ value, content }) => (
            <Tabs.Content
              key={value}
              value={value}
              forceMount
              className="min-h-0 min-w-0 data-[state=inactive]:hidden desk:col-start-3 desk:row-start-2 desk:overflow-hidden"
            >
              {content}
            </Tabs.Content>
          ))}
        </main>
        {aside && (
          <div
            className={classes(
              'absolute inset-0 z-10 border-line desk:start-auto desk:w-100 desk:border-s',
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
  const { t } = useTranslation('parts')
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
