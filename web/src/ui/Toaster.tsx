import { X } from 'lucide-react'
import { Toast } from 'radix-ui'
import { useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'

import { classes } from '@/lib/classes'

import { Button } from './Button'
import { IconButton } from './IconButton'
import { putAway, type ShownToast, toasts } from './toast'

const READING_TIME_MS = 6000

export function Toaster() {
  const { t } = useTranslation('ui')
  const shown = useSyncExternalStore(toasts.subscribe, toasts.now)
  return (
    <Toast.Provider label={t('news')} duration={READING_TIME_MS}>
      {shown.map((one) => (
        <News key={one.id} news={one} />
      ))}
      <Toast.Viewport
        label={t('news_key', { hotkey: '{hotkey}' })}
        className="fixed end-0 bottom-0 z-50 flex w-full max-w-sm flex-col gap-2 p-4 focus:outline-none"
      />
    </Toast.Provider>
  )
}

function News({ news }: { news: ShownToast }) {
  const { t } = useTranslation('ui')
  const { id, text, tone = 'plain', action } = news
  return (
    <Toast.Root
      type={tone === 'grave' ? 'foreground' : 'background'}
      {...(tone === 'grave' && { duration: Infinity })}
      onOpenChange={(open) => !open && putAway(id)}
      className={classes(
        'flex animate-appear items-center gap-3 rounded-panel border border-line border-s-4 bg-surface py-2 ps-3 pe-2 shadow-float',
        tone === 'ok' && 'border-s-accent',
        tone === 'grave' && 'border-s-grave',
      )}
    >
      <Toast.Description className="min-w-0 flex-1 py-1 wrap-break-word">{text}</Toast.Description>
      {action && (
        <Toast.Action asChild altText={action.label}>
          <Button onClick={action.onAct}>{action.label}</Button>
        </Toast.Action>
      )}
      <Toast.Close asChild>
        <IconButton label={t('put_away')} icon={<X />} />
      </Toast.Close>
    </Toast.Root>
  )
}
