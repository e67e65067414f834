import { queryOptions } from '@tanstack/react-query'

import { api } from '@/api/client'
import type { ReportDocument } from '@/api/messages'
import type { Page } from '@/api/page'
import type { components } from '@/api/schema.gen'

export type ReportRow = components['schemas']['ReportLine']

export interface Preparing {
  state: 'preparing'
}

export const isReady = (answer: ReportDocument | Preparing): answer is ReportDocument => 'format' in answer

const ASK_AGAIN_MS = 1000

export const reportsQuery = (page: number) =>
  queryOptions({
    queryKey: ['reports', page],
    queryFn: () => api.get<Page<ReportRow>>('/api/reports', { query: { page } }),
  })

/** One report; asked for again every second while the server prepares it. */
export const reportQuery = (id: string) =>
  queryOptions({
    queryKey: ['report', id],
    queryFn: () => api.get<ReportDocument | Preparing>(`/api/reports/${id}`),
    refetchInterval: ({ state }) => (state.data && !isReady(state.data) ? ASK_AGAIN_MS : false),
  })

export const documentAddress = (id: string) => `/api/reports/${id}/report.json`
export const logAddress = (id: string) => `/api/reports/${id}/log.jsonl`
