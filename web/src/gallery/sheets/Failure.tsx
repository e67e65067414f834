import { FairviewProblem } from '@/api/problem'
import { Failure } from '@/ui/Failure'

import type { Sheet } from '../sheet'

const again = () => undefined
const forbidden = new FairviewProblem({ code: 'forbidden', params: { roles: 'admin recruiter' } })

export const sheet: Sheet = {
  part: 'Failure',
  states: [
    {
      name: 'to try again',
      draw: () => <Failure problem={new FairviewProblem({ code: 'server_failed' })} retry={again} />,
    },
    { name: 'nothing to do', draw: () => <Failure problem={new Error('Unexpected')} /> },
    { name: 'not for this reader', draw: () => <Failure problem={forbidden} retry={again} /> },
    {
      name: 'not found',
      draw: () => <Failure problem={new FairviewProblem({ code: 'not_found' })} retry={again} />,
    },
  ],
}
