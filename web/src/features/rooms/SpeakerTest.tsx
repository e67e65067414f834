import { Volume2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { playTestSound } from '@/media/testSound'
import { Button } from '@/ui/Button'
import { Notice } from '@/ui/Notice'

type Heard = 'unasked' | 'playing' | 'asking' | 'yes' | 'no' | 'failed'

/** Whether this person will hear the others: only they can tell. */
export function SpeakerTest() {
  const { t } = useTranslation('rooms')
  const [heard, setHeard] = useState<Heard>('unasked')
  const play = async () => {
    setHeard('playing')
    try {
      await playTestSound()
      setHeard('asking')
    } catch {
      setHeard('failed')
    }
  }
  return (
    <section className="mt-6">
      <h2 className="mb-2 text-17 font-semibold">{t('speaker')}</h2>
      <Button
        size="candidate"
        icon={<Volume2 aria-hidden className="size-5" />}
        busy={heard === 'playing'}
        onClick={() => void play()}
      >
        {t(heard === 'unasked' || heard === 'playing' ? 'play_sound' : 'play_again')}
      </Button>
      <div role="status" className="mt-3 min-h-12">
        {heard === 'asking' && (
          <div className="flex flex-wrap items-center gap-2">
            <p className="me-2">{t('did_you_hear')}</p>
            <Button size="candidate" onClick={() => setHeard('yes')}>
              {t('heard_yes')}
            </Button>
            <Button size="candidate" onClick={() => setHeard('no')}>
              {t('heard_no')}
            </Button>
          </div>
        )}
        {heard === 'yes' && <p className="text-15 text-ink-2">{t('speaker_works')}</p>}
        {(heard === 'no' || heard === 'failed') && (
          <Notice title={t('speaker_silent')}>
            <p>{t('speaker_next')}</p>
            <p className="text-ink-2">{t('speaker_safe')}</p>
          </Notice>
        )}
      </div>
    </section>
  )
}
