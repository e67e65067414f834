/** Exercises and runs: requests to the desk. */

import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'

import { answer, desk, type Schemas } from '@/api/client'

/** As candidates see it. */
export type BankExercise = Schemas['ExerciseOut']
/** With its solutions and hidden tests. */
export type ExerciseInside = Schemas['ExerciseInsideOut']
export type AssignedExercise = Schemas['AssignmentOut']
type RunWish = Schemas['RunIn']

const of = (interview: string) => ({ params: { path: { interview_id: interview } } })

export const bankQuery = queryOptions({
  queryKey: ['exercises'],
  queryFn: ({ signal }) => answer(desk.GET('/api/exercises', { signal })),
  staleTime: Infinity,
})

export const exerciseQuery = (slug: string) =>
  queryOptions({
    queryKey: ['exercises', slug],
    queryFn: ({ signal }) =>
      answer(desk.GET('/api/exercises/{exercise}', { params: { path: { exercise: slug } }, signal })),
    staleTime: Infinity,
  })

export const assignedQuery = (interview: string) =>
  queryOptions({
    queryKey: ['interviews', 'exercises', interview],
    queryFn: ({ signal }) =>
      answer(desk.GET('/api/interviews/{interview_id}/exercises', { ...of(interview), signal })),
  })

export function useAssign(interview: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (exercise: string) =>
      answer(desk.POST('/api/interviews/{interview_id}/exercises', { ...of(interview), body: { exercise } })),
    onSettled: () => client.invalidateQueries(assignedQuery(interview)),
  })
}

export function useWithdraw(interview: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (assignment: string) =>
      answer(
        desk.DELETE('/api/interviews/{interview_id}/exercises/{assignment_id}', {
          params: { path: { interview_id: interview, assignment_id: assignment } },
        }),
      ),
    onSettled: () => client.invalidateQueries(assignedQuery(interview)),
  })
}

/** Without a room: of the interview that the candidate on this page visits. */
export const requestRun = (room: string | undefined, body: RunWish) =>
  room === undefined
    ? answer(desk.POST('/api/visit/runs', { body }))
    : answer(
        desk.POST('/api/rooms/{room_session_id}/runs', { params: { path: { room_session_id: room } }, body }),
      )

export const stopRun = (room: string | undefined, run: string) =>
  room === undefined
    ? answer(desk.POST('/api/visit/runs/{run_id}/stop', { params: { path: { run_id: run } } }))
    : answer(
        desk.POST('/api/rooms/{room_session_id}/runs/{run_id}/stop', {
          params: { path: { room_session_id: room, run_id: run } },
        }),
      )
