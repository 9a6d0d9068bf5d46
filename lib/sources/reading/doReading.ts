import { inspectFile } from '@/lib/evidence/reading/inspectFile';
import { openFileOnDisk } from './fileOnDisk';
import { type OpenReading, openReading } from './openReading';
import type { ReadingResult, ReadingWork } from './readingWork';

type Kept = { path: string; plan: string; reading: OpenReading };

/** Does what concerns files, one thing after the other. The file that was read last stays open, so that its next rows are there at once. */
export function createReading(): (work: ReadingWork) => Promise<ReadingResult> {
  let kept: Kept | null = null;

  async function closeKept(): Promise<void> {
    const open = kept;
    kept = null;
    await open?.reading.close();
  }

  async function readingOf(
    path: string,
    plan: Extract<ReadingWork, { kind: 'read' }>['plan'],
    from: number,
  ): Promise<OpenReading> {
    const key = JSON.stringify(plan);
    if (kept?.path === path && kept.plan === key && kept.reading.next === from) return kept.reading;
    await closeKept();
    const reading = await openReading(path, plan, from);
    kept = { path, plan: key, reading };
    return reading;
  }

  return async (work) => {
    if (work.kind === 'close') {
      if (kept?.path === work.path) await closeKept();
      return { kind: 'closed' };
    }
    if (work.kind === 'inspect') {
      const file = await openFileOnDisk(work.path);
      try {
        return { kind: 'inspected', file: await inspectFile(file, work.choices) };
      } finally {
        await file.close();
      }
    }
    const reading = await readingOf(work.path, work.plan, work.from);
    try {
      const rows = await reading.take(work.most);
      if (rows.isEnd) await closeKept();
      return { kind: 'rows', ...rows };
    } catch (error) {
      await closeKept();
      throw error;
    }
  };
}
