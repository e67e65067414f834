import { queryOptions } from '@tanstack/react-query'

import { answer, desk, type Schemas } from '@/api/client'
import type { ReportDocument } from '@/api/messages'

export type ReportRow = Schemas['ReportLine']
type Preparing = Schemas['Preparing']

export const isReady = (report: ReportDocument | Preparing): report is ReportDocument => 'format' in report

const ASK_AGAIN_MS = 1000

export const reportsQuery = (page: number) =>
  queryOptions({
    queryKey: ['reports', page],
    queryFn: () => answer(desk.GET('/api/reports', { params: { query: { page } } })),
  })

/** One report; asked for again every second while the server prepares it. */
export const reportQuery = (id: string) =>
  queryOptions({
    queryKey: ['report', id],
    queryFn: () =>
      answer(desk.GET('/api/reports/{room_session_id}', { params: { path: { room_session_id: id } } })),
    refetchInterval: ({ state }) => (state.data && !isReady(state.data) ? ASK_AGAIN_MS : false),
  })

export const documentAddress = (id: string) => `/api/reports/${id}/report.json`
export const logAddress = (id: string) => `/api/reports/${id}/log.jsonl`
