import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DirectoryInUseError, lockDirectory, lockPath } from '@/lib/data/embedded/directoryLock';
import { openDatabase } from '@/lib/data/openDatabase';
import { copyTestTemplate, testFolder } from '@/tests/builders/database';
import { startChild } from './childProcess';

describe('the lock of a data directory', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(path.join(testFolder, 'wegmarke-lock-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  it('is given to one at a time, names the owner, and is free again afterwards', async () => {
    const release = await lockDirectory(folder);
    await expect(lockDirectory(folder)).rejects.toThrow(new DirectoryInUseError(String(process.pid)));
    await release();
    const again = await lockDirectory(folder);
    await again();
    expect(readdirSync(folder)).toEqual([]);
  });

  it.each([1, 2, 3])('is got by exactly one of several that start at once after its owner was killed (round %i)', async () => {
    const owner = startChild('lockHolder.ts', [folder]);
    await owner.waitFor((lines) => lines.length === 1);
    owner.process.kill('SIGKILL');
    await owner.ended;
    expect(existsSync(path.join(folder, '.lock'))).toBe(true);

    const starters = Array.from({ length: 4 }, () => startChild('lockHolder.ts', [folder]));
    try {
      await Promise.all(starters.map((starter) => starter.waitFor((lines) => lines.length === 1)));
      const words = starters.flatMap((starter) => starter.lines);
      expect(words.filter((line) => line.startsWith('got'))).toHaveLength(1);
      const winner = words.find((line) => line.startsWith('got'))?.split(' ')[1];
      expect(words.filter((line) => line === `refused process ${winner} is using it`)).toHaveLength(3);
      // Nothing of those who waited is left lying about.
      expect(readdirSync(folder)).toEqual(['.lock']);
    } finally {
      for (const starter of starters) starter.process.kill('SIGKILL');
      await Promise.all(starters.map((starter) => starter.ended));
    }
  });

  it('lies elsewhere when the path is too long for a socket', async () => {
    const deep = path.join(folder, 'd'.repeat(60), 'e'.repeat(60));
    mkdirSync(deep, { recursive: true });
    expect(path.dirname(lockPath(deep))).toBe(os.tmpdir());
    const release = await lockDirectory(deep);
    await expect(lockDirectory(deep)).rejects.toThrow(DirectoryInUseError);
    await release();
    await (await lockDirectory(deep))();
  });

  it('keeps a second server from the data with a sentence that names the first', async () => {
    await copyTestTemplate(folder);
    const db = await openDatabase({ env: { DATABASE_URL: undefined }, dataDir: folder });
    await expect(openDatabase({ env: { DATABASE_URL: undefined }, dataDir: folder })).rejects.toThrow(
      `The data directory ${folder} cannot be opened, because process ${process.pid} is using it; stop that one or set DATA_DIR.`,
    );
    expect(await db.prisma.workspace.count()).toBe(0);
    await db.close();
  });
});
