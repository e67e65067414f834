import { queryOptions, useSuspenseQuery } from '@tanstack/react-query'

import { answer, desk, type Schemas } from '@/api/client'
import { meetPerson } from '@/lib/language'
import { wearLook } from '@/ui/wornLook'

export type Me = Schemas['Me']
export type Capability = Me['may'][number]

export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: async ({ signal }) => {
    const me = await answer(desk.GET('/api/me', { signal }))
    await wearLook(me.organisation.name, me.organisation.look)
    await meetPerson(me.locale, (locale) => answer(desk.PATCH('/api/me', { body: { locale } })))
    return me
  },
  staleTime: Infinity,
})

/** Who is signed in. Pages that call it stand behind the route `staff`, which has asked already. */
export function useMe(): Me {
  return useSuspenseQuery(meQuery).data
}

export function useMay(capability: Capability): boolean {
  return useMe().may.includes(capability)
}

export const peopleQuery = queryOptions({
  queryKey: ['people'],
  queryFn: ({ signal }) => answer(desk.GET('/api/people', { signal })),
})
