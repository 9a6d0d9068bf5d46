const columns = ['a', 'b', 'c', 'd', 'e', 'f'];
const rows = ['doing', 'thinking', 'feeling'];

/** A map's outline in grey. */
export function SkeletonMap() {
  return (
    <div aria-hidden="true" className="min-h-0 flex-1 overflow-hidden p-8 motion-safe:animate-pulse">
      <div className="flex gap-3 pl-24">
        {columns.map((column) => (
          <div key={column} className="h-8 w-36 shrink-0 rounded-sm bg-band" />
        ))}
      </div>
      <div className="mt-3 flex gap-3 pl-24">
        {columns.map((column) => (
          <div key={column} className="h-20 w-36 shrink-0 rounded-lg border border-line bg-surface" />
        ))}
      </div>
      {rows.map((row) => (
        <div key={row} className="mt-8 flex gap-3">
          <div className="h-4 w-21 shrink-0 rounded-sm bg-band" />
          {columns.map((column) => (
            <div key={column} className="h-16 w-36 shrink-0 rounded-lg border border-line bg-surface" />
          ))}
        </div>
      ))}
    </div>
  );
}
