export function Kbd({ children }: { children: string }) {
  return (
    <kbd className="rounded-mark border border-current/40 px-1.5 font-mono text-12 leading-4 font-normal">
      {children}
    </kbd>
  )
}
