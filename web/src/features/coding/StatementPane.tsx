import { lazy, Suspense } from 'react'

import { Loading } from '@/ui/Loading'

import type { Assignment } from './contracts'
import { AssignmentExamples } from './ExampleList'

const Statement = lazy(() => import('./Statement').then((module) => ({ default: module.Statement })))

/** What is asked, with its examples. */
export function StatementPane({ assignment }: { assignment: Assignment }) {
  return (
    <Suspense fallback={<Loading />}>
      <Statement exercise={assignment} />
      <AssignmentExamples assignment={assignment} />
    </Suspense>
  )
}
