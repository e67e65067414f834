import { Search } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { classes } from '@/lib/classes'
import { loadWords } from '@/lib/i18n'
import { dialogIsOpen } from '@/ui/dialogIsOpen'
import { Kbd } from '@/ui/Kbd'
import { keyName, pressed, SHORTCUTS } from '@/ui/shortcuts'

import { useLater } from '../useLater'

const [STROKE] = SHORTCUTS.desk.find

async function loadPalette() {
  const [module] = await Promise.all([import('./DeskPalette'), loadWords(['palette', 'candidates', 'pools'])])
  return module.DeskPalette
}

/** Opens the palette, as its key does from anywhere at the desk. The palette is fetched at its first opening. */
export function PaletteButton({ folded }: { folded: boolean }) {
  const { t } = useTranslation('ui')
  const [open, setOpen] = useState(false)
  const [DeskPalette, fetchPalette] = useLater(loadPalette)
  const show = () => {
    setOpen(true)
    if (!DeskPalette) void fetchPalette()
  }
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (pressed(event, 'desk') !== 'find' || dialogIsOpen()) return
      event.preventDefault()
      show()
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  })
  return (
    <>
      <button
        type="button"
        aria-keyshortcuts="Control+K Meta+K"
        aria-haspopup="dialog"
        onPointerEnter={() => void fetchPalette()}
        onClick={show}
        className={classes(
          'flex min-h-9 items-center gap-2 rounded-control border border-line-2 bg-surface px-2.5 text-13 text-ink-2 transition-colors hover:border-line-3 hover:text-ink',
          folded && 'desk:justify-center desk:px-0',
        )}
      >
        <Search aria-hidden className="size-4 shrink-0" />
        <span className={classes('flex flex-1 items-center justify-between', folded && 'desk:sr-only')}>
          {t('find_or_do')}
          <span aria-hidden>
            <Kbd>{keyName(STROKE)}</Kbd>
          </span>
        </span>
      </button>
      {DeskPalette && <DeskPalette open={open} onClose={() => setOpen(false)} />}
    </>
  )
}
