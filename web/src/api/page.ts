/** One page of a list. */
export type Page<Item> = { items: Item[]; total: number; page: number; pages: number }
