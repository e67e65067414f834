import { ThinReportRibbon } from '@/features/reports/ThinReportRibbon'
import { TodayPage } from '@/features/scheduling/TodayPage'

/** The day, with what its finished interviews came to. */
export function TodayRoute() {
  return <TodayPage ribbonOf={(room) => <ThinReportRibbon room={room} />} />
}
