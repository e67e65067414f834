import { useTranslation } from 'react-i18next'

import { Kbd } from '@/ui/Kbd'
import {
  type Group,
  keyName,
  SHORTCUTS,
  switchSingleKeys,
  useShownGroups,
  useSingleKeys,
} from '@/ui/shortcuts'
import { SideSheet } from '@/ui/SideSheet'
import { Switch } from '@/ui/Switch'

/** Every key that means something on the page behind it. */
export function ShortcutSheet({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('keys')
  const groups = useShownGroups()
  const singleKeys = useSingleKeys()
  return (
    <SideSheet title={t('title')} onClose={onClose}>
      <div className="flex items-center justify-between gap-4">
        <p id="single-keys" className="font-medium">
          {t('single_keys')}
        </p>
        <Switch
          labelledBy="single-keys"
          describedBy="single-keys-hint"
          checked={singleKeys}
          onChange={switchSingleKeys}
        />
      </div>
      <p id="single-keys-hint" className="mt-1 text-13 text-ink-2">
        {t('single_keys_hint')}
      </p>
      {groups.map((group) => (
        <KeyList key={group} group={group} off={!singleKeys} />
      ))}
    </SideSheet>
  )
}

function KeyList({ group, off }: { group: Group; off: boolean }) {
  const { t } = useTranslation('keys')
  const means = Object.entries(SHORTCUTS[group]) as [string, readonly string[]][]
  return (
    <section className="mt-6">
      <h3 className="mb-1 text-13 font-medium text-ink-2">{t(`${group}.title`)}</h3>
      <dl>
        {means.map(([does, strokes]) => (
          <div key={does} className="flex min-h-9 items-center justify-between gap-4 border-b border-line">
            <dt>{t(`does.${group}.${does}`)}</dt>
            <dd className="flex shrink-0 gap-1">
              {off && strokes.every(isSingle) ? (
                <span className="text-13 text-ink-2">{t('off')}</span>
              ) : (
                strokes.map((stroke) => <Kbd key={stroke}>{keyName(stroke)}</Kbd>)
              )}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

/** What the browser itself does with Enter stays. */
const isSingle = (stroke: string) => stroke !== 'enter' && !stroke.startsWith('mod+')
