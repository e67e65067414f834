import { useNavigate } from '@tanstack/react-router'
import { LogOut } from 'lucide-react'
import { useTranslation } from 'react-i18next'

import { toast } from '@/ui/toast'

import { CallButton } from '@/ui/CallButton'

/** Out of the room, while the talk goes on: nothing is lost by it, so it asks nothing. */
export function LeaveRoom({ interviewId }: { interviewId: string }) {
  const { t } = useTranslation('rooms')
  const navigate = useNavigate()
  const leave = async () => {
    await navigate({ to: '/interviews/$id', params: { id: interviewId } })
    toast({ text: t('left_room') })
  }
  return (
    <CallButton
      label={t('leave_room')}
      icon={<LogOut className="rtl:-scale-x-100" />}
      onClick={() => void leave()}
    />
  )
}
