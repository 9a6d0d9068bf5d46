/** What a person wants to know of what is in a backup: which tables, in which words. */
const words: readonly [table: string, one: string, many: string][] = [
  ['app_user', 'account', 'accounts'],
  ['workspace', 'workspace', 'workspaces'],
  ['journey_map', 'map', 'maps'],
  ['blob', 'file', 'files'],
];

/** "3 accounts, 1 workspace, 12 maps, 0 files". */
export function describeCounts(counts: Readonly<Record<string, number>>): string {
  return words
    .map(([table, one, many]) => {
      const count = counts[table] ?? 0;
      return `${count.toLocaleString('en')} ${count === 1 ? one : many}`;
    })
    .join(', ');
}

/** "12.3 MB". */
export function toSize(bytes: number): string {
  if (bytes < 1000) return `${bytes} bytes`;
  const units = ['kB', 'MB', 'GB', 'TB'];
  let value = bytes;
  let unit = '';
  for (const next of units) {
    if (value < 1000) break;
    value /= 1000;
    unit = next;
  }
  return `${value < 100 ? value.toFixed(1) : value.toFixed(0)} ${unit}`;
}

/** How often (ms) a line that is written over changes at most. */
const showEvery = 100;

/** One line that is written over, for a person at a terminal; nothing for anybody else. */
export function toStatusLine(stream: { isTTY?: boolean; write(text: string): unknown }) {
  let shownAt = Number.NEGATIVE_INFINITY;
  return {
    show(text: string): void {
      if (!stream.isTTY || performance.now() - shownAt < showEvery) return;
      shownAt = performance.now();
      stream.write(`\r\u001b[K${text}`);
    },
    end(): void {
      if (shownAt !== Number.NEGATIVE_INFINITY) stream.write('\r\u001b[K');
    },
  };
}
