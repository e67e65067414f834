import { Chip } from '@/ui/Chip'
import { Link } from '@/ui/Link'
import { Timeline, TimelineEntry } from '@/ui/Timeline'

import type { Sheet } from '../sheet'

export const sheet: Sheet = {
  part: 'Timeline',
  states: [
    {
      name: 'what was, and what is still to come',
      draw: () => (
        <Timeline label="So far">
          <TimelineEntry at="Mon 23 Nov, 09:12">
            Invitation sent <Link to="/today">Read it</Link>
          </TimelineEntry>
          <TimelineEntry at="Mon 23 Nov, 18:40">Agreed to the call and to notes</TimelineEntry>
          <TimelineEntry isQuiet at="Wed 25 Nov, 14:30">
            Reminder to Sora Tanaka
          </TimelineEntry>
        </Timeline>
      ),
    },
    {
      name: 'with what was written',
      draw: () => (
        <Timeline label="Decisions">
          <TimelineEntry at="Rhea, Thu 26 Nov, 16:02">
            <Chip tone="ok">Goes on</Chip>
            <p>Calm under pressure, asked first and wrote then. Both interviewers would work with them.</p>
          </TimelineEntry>
        </Timeline>
      ),
    },
    {
      name: 'long text',
      draw: () => (
        <Timeline label="So far">
          <TimelineEntry at="Maximiliane Wolfeschlegelsteinhausenbergerdorff, Mon 23 Nov, 09:12">
            Moved from Thursday 26 November to Friday 27 November, since the panel was in another talk
          </TimelineEntry>
        </Timeline>
      ),
    },
  ],
}
