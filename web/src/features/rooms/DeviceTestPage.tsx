import { useRouter } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'

import { JourneyPage } from '@/features/scheduling/JourneyPage'
import { Button } from '@/ui/Button'

import { DeviceChecks } from './GreenRoom'
import { useLocalMedia } from './hooks'

/** The same test as before a talk, on any day and with nobody there: nothing is sent, and nothing is observed. */
export function DeviceTestPage() {
  const { t } = useTranslation('rooms')
  const { history } = useRouter()
  const [media, state] = useLocalMedia()
  return (
    <JourneyPage
      title={t('device_test_title')}
      lead={t('device_test_lead')}
      foot={
        <>
          <Button tone="main" size="candidate" onClick={() => history.back()}>
            {t('device_test_done')}
          </Button>
          {(state.cameraProblem ?? state.microphoneProblem) && (
            <Button size="candidate" onClick={() => void media.open()}>
              {t('look_again')}
            </Button>
          )}
        </>
      }
    >
      <DeviceChecks media={media} state={state} />
    </JourneyPage>
  )
}
