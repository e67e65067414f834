import type { Rolldown } from 'vite'

type Context = Rolldown.ChunkingContext

/** What an entry needs before its page can be drawn: all that it imports at once, and all that those import. */
export function neededBy(entry: string) {
  let needed: Set<string> | undefined
  return (module: string, context: Context) => {
    needed ??= withImports(entry, context)
    return needed.has(module)
  }
}

function withImports(module: string, context: Context, seen = new Set<string>()): Set<string> {
  if (seen.has(module)) return seen
  seen.add(module)
  for (const imported of context.getModuleInfo(module)?.importedIds ?? [])
    withImports(imported, context, seen)
  return seen
}
