import type { FileBaseline } from '@/lib/interchange/fileBaseline';
import { smallMap } from './map';

/** What the file of a future state says of what that starts from: version 3 of a map that no installation has, which says what the small map does. */
export function fileBaseline(change: Partial<FileBaseline> = {}): FileBaseline {
  return {
    source: { id: 'mapOfElsewhere', title: 'A bill that is too high' },
    version: {
      ...{ id: 'versionOfElsewhere', number: 3, name: 'Agreed', at: '2026-11-20T08:30:00.000Z' },
      contentHash: '0123456789abcdef'.repeat(4),
    },
    signed: true,
    content: smallMap(),
    ...change,
  };
}
