import { useMutation, useQueryClient } from '@tanstack/react-query'

import { answer, desk, type Schemas, send } from '@/api/client'
import type { Language } from '@/lib/languages'
import { type Look, wearLook } from '@/ui/wornLook'

import { type Me, meQuery, useMe } from '../queries'

/** What changes the look: each answers with how it was, and the page wears the new one at once. */
function useLookChange<Wish>(change: (wish: Wish) => Promise<Look>) {
  const client = useQueryClient()
  const { organisation } = useMe()
  return useMutation({
    mutationFn: async (wish: Wish) => {
      const look = await change(wish)
      await wearLook(organisation.name, look)
      client.setQueryData(meQuery.queryKey, (me: Me | undefined) => me && wearing(me, look))
    },
  })
}

const wearing = (me: Me, look: Look): Me => ({ ...me, organisation: { ...me.organisation, look } })

export function useChooseAccent() {
  return useLookChange((accent: string | null) =>
    answer<Schemas['OrganisationLook']>(desk.PUT('/api/look', { body: { accent } })),
  )
}

/** Nothing takes the logo away. */
export function useChooseLogo() {
  const { accent } = useMe().organisation.look
  return useLookChange(async (picture: Blob | null) => {
    if (picture) return putLogo(picture)
    await desk.DELETE('/api/look/logo')
    return { accent, logo: null }
  })
}

export function useChooseLanguage() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (locale: Language) => answer(desk.PATCH('/api/organisation', { body: { locale } })),
    onSuccess: (me) => {
      client.setQueryData(meQuery.queryKey, me)
    },
  })
}

async function putLogo(picture: Blob): Promise<Look> {
  const headers = { 'Content-Type': 'application/octet-stream' }
  const request = new Request(new URL('/api/look/logo', location.origin), {
    method: 'PUT',
    headers,
    body: await picture.arrayBuffer(),
  })
  return (await (await send(request)).json()) as Schemas['OrganisationLook']
}

/** The picture as it is kept now, for bringing it back. */
export async function keptLogo(logo: Look['logo']): Promise<Blob | null> {
  if (!logo) return null
  const response = await send(new Request(new URL(`/api/logos/${logo.id}`, location.origin)))
  return response.blob()
}
