import { useParams } from '@tanstack/react-router'
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'

import { Button } from '@/ui/Button'
import { Failure } from '@/ui/Failure'
import { Loading } from '@/ui/Loading'

import { enterAsStaff } from './entry'
import { useLocalMedia } from './hooks'
import { InterviewerRoom } from './InterviewerRoom'
import { Outside } from './Outside'
import { useRoomClient } from './useRoomClient'

export function InterviewerRoomPage() {
  const { id: interviewId } = useParams({ from: '/staff/interviews/$id/room' })
  const { t } = useTranslation('rooms')
  const [media, state] = useLocalMedia()
  const enter = useCallback(() => enterAsStaff(interviewId), [interviewId])
  const entering = useRoomClient(enter, media)

  switch (entering.state) {
    case 'entering':
      return <Loading />
    case 'failed':
      return (
        <Outside title={t('cannot_join_title')} interviewId={interviewId}>
          <Failure problem={entering.problem} retry={entering.retry} />
        </Outside>
      )
    case 'other_tab':
      return (
        <Outside title={t('other_tab_title')} lead={t('other_tab_text')} interviewId={interviewId}>
          <Button tone="main" onClick={entering.takeOver}>
            {t('use_here')}
          </Button>
        </Outside>
      )
    case 'inside':
      return (
        <InterviewerRoom client={entering.client} interviewId={interviewId} media={media} state={state} />
      )
  }
}
