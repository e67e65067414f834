import { queryOptions } from '@tanstack/react-query'
import i18n from 'i18next'

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

/** One report; asked for again every second until it is there, and newer than the given version. */
export const reportQuery = (id: string, newerThan = 0) =>
  queryOptions({
    queryKey: ['report', id],
    queryFn: () =>
      answer(desk.GET('/api/reports/{room_session_id}', { params: { path: { room_session_id: id } } })),
    refetchInterval: ({ state: { data } }) => (data && !isNewer(data, newerThan) ? ASK_AGAIN_MS : false),
  })

const isNewer = (report: ReportDocument | Preparing, version: number) =>
  isReady(report) && report.version > version

/** Every step of a document, from its first key. */
export const codeStepsQuery = (id: string, document: string) =>
  queryOptions({
    queryKey: ['code-steps', id, document],
    queryFn: () =>
      answer(
        desk.GET('/api/reports/{room_session_id}/code/{document}/steps', {
          params: { path: { room_session_id: id, document } },
        }),
      ),
    staleTime: Infinity,
  })

/** The seals on the log that a version is made of. */
export const sealsQuery = (id: string, version: number) =>
  queryOptions({
    queryKey: ['seals', id, version],
    queryFn: () =>
      answer(desk.GET('/api/reports/{room_session_id}/seals', { params: { path: { room_session_id: id } } })),
  })

type FileKind = 'pdf' | 'csv' | 'json'

/** The PDF speaks the page's language; the others are data and speak none. */
export const fileAddress = (id: string, kind: FileKind) =>
  `/api/reports/${id}/report.${kind}${kind === 'pdf' ? `?locale=${i18n.language}` : ''}`
export const logAddress = (id: string) => `/api/reports/${id}/log.jsonl`
export const bundleAddress = (id: string) => `/api/reports/${id}/bundle.zip`
