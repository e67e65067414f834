/** A plan while it is being made, kept in this tab for its maker: a reload brings it back. */

import type { PlanState } from './draft'

const keyOf = (person: string, lot: string) => `fairview.plan.${person}.${lot}`

export function recallPlan(person: string, lot: string): PlanState | undefined {
  const text = sessionStorage.getItem(keyOf(person, lot))
  return text ? (JSON.parse(text) as PlanState) : undefined
}

export function rememberPlan(person: string, lot: string, plan: PlanState): void {
  sessionStorage.setItem(keyOf(person, lot), JSON.stringify(plan))
}

export function forgetPlan(person: string, lot: string): void {
  sessionStorage.removeItem(keyOf(person, lot))
}
