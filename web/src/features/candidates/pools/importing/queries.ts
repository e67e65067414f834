import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'

import { answer, desk, type Schemas } from '@/api/client'

export type Import = Schemas['ImportOut']
export type Column = Schemas['ColumnOut']
export type Role = Column['role']
export type Row = Schemas['RowOut']
export type RowState = Row['state']
export type Said = Schemas['ColumnsIn']

const LOOK_AGAIN_MS = 700
const WORKING: readonly Import['state'][] = ['reading', 'checking', 'running', 'undoing']

/** Whether a worker is at it, rather than a person's turn. */
export const isWorking = (run: Pick<Import, 'state'>) => WORKING.includes(run.state)

const one = (id: string) => ({ params: { path: { import_id: id } } })

export const importQuery = (id: string) =>
  queryOptions({
    queryKey: ['imports', id, 'import'],
    queryFn: ({ signal }) => answer(desk.GET('/api/imports/{import_id}', { ...one(id), signal })),
    refetchInterval: ({ state }) => state.data && isWorking(state.data) && LOOK_AGAIN_MS,
  })

export const importsQuery = (pool: string) =>
  queryOptions({
    queryKey: ['pools', 'one', pool, 'imports'],
    queryFn: ({ signal }) =>
      answer(desk.GET('/api/pools/{pool_id}/imports', { params: { path: { pool_id: pool } }, signal })),
  })

/** Rows as they would be written; they change when the columns do, so `run` is part of the key. */
export const rowsQuery = (run: Import, state: RowState | undefined, page: number) =>
  queryOptions({
    queryKey: ['imports', run.id, 'rows', run.columns, run.state, { state, page }],
    queryFn: ({ signal }) =>
      answer(
        desk.GET('/api/imports/{import_id}/rows', {
          params: { path: { import_id: run.id }, query: { ...(state && { state }), page } },
          signal,
        }),
      ),
    placeholderData: keepPreviousData,
  })

export const problemsFile = (id: string) => `/api/imports/${id}/problems.csv`

function useKeep(id: string) {
  const client = useQueryClient()
  return (run: Import) => client.setQueryData(importQuery(id).queryKey, run)
}

export function useMapColumns(id: string) {
  return useMutation({
    mutationFn: (body: Said) =>
      answer<Import>(desk.PUT('/api/imports/{import_id}/columns', { ...one(id), body })),
    onSuccess: useKeep(id),
  })
}

export function useRunImport(id: string) {
  return useMutation({
    mutationFn: () => answer<Import>(desk.POST('/api/imports/{import_id}/run', one(id))),
    onSuccess: useKeep(id),
  })
}

export function useUndoImport(id: string) {
  return useMutation({
    mutationFn: () => answer<Import>(desk.POST('/api/imports/{import_id}/undo', one(id))),
    onSuccess: useKeep(id),
  })
}

export function useDiscardImport(id: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: () => desk.DELETE('/api/imports/{import_id}', one(id)),
    onSuccess: () => client.invalidateQueries({ queryKey: ['pools'] }),
  })
}
