import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ArchiveWriter } from '@/lib/backup/archive';
import { ArchiveReader } from '@/lib/backup/archiveReader';
import { writeBackupFile } from '@/lib/backup/backupFile';
import { BackupError, type BackupManifest, headerName, manifestName } from '@/lib/backup/format';
import { withCheckedBackup } from '@/lib/backup/restore';
import { runRestore } from '@/lib/backup/restoreCommand';
import { listDatabaseKinds, openTestDatabase, testFolder } from '@/tests/builders/database';
import { testSecret } from '@/tests/builders/testRuntime';
import { fillInstallation } from '@/tests/builders/usedInstallation';

/** More by `WEGMARKE_DAMAGES=20000 npx vitest run --project integration backup/damage`. */
const damages = Number(process.env.WEGMARKE_DAMAGES ?? 300);

describe('a damaged backup', { timeout: 300_000 }, () => {
  let folder: string;
  let whole: Buffer;
  let damaged: string;
  beforeAll(async () => {
    const source = await openTestDatabase((await listDatabaseKinds()).at(-1));
    await fillInstallation({ database: source.db, secret: testSecret });
    folder = await mkdtemp(path.join(testFolder, 'wegmarke-damage-'));
    const file = path.join(folder, 'whole.tar');
    damaged = path.join(folder, 'damaged.tar');
    await writeBackupFile(source.db, file, { secret: testSecret });
    await source.drop();
    whole = await readFile(file);
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  /** The sentence with which bytes are refused; fails when they are not. */
  async function refusal(bytes: Buffer): Promise<string> {
    await writeFile(damaged, bytes);
    try {
      await withCheckedBackup(damaged, {}, async () => undefined);
    } catch (error) {
      expect(error).toBeInstanceOf(BackupError);
      return error instanceof Error ? error.message : '';
    }
    throw new Error('it was not refused');
  }

  /** Positions that differ from case to case and repeat from run to run, the ends of the file always among them. */
  function* positions(count: number, length: number): Generator<number> {
    yield* [0, 1, 511, 512, length - 1, length - 512, length - 1025, length - 1536, length - 2048, length - 2049].filter(
      (at) => at >= 0,
    );
    let state = 20261125;
    for (let index = 0; index < count; index++) {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      yield state % length;
    }
  }

  test('is whole before anything is done to it', async () => {
    await writeFile(damaged, whole);
    await withCheckedBackup(damaged, {}, async ({ manifest }) => expect(manifest.counts.journey_map).toBe(4));
  });

  test(`is refused wherever one byte is another, ${damages} times`, async () => {
    const sentences = new Map<string, number>();
    for (const at of positions(damages, whole.length)) {
      const bytes = Buffer.from(whole);
      bytes[at] = (bytes[at] ?? 0) ^ (1 << (at % 8));
      const sentence = await refusal(bytes).catch((error) => {
        throw new Error(`byte ${at} of ${whole.length}`, { cause: error });
      });
      expect(sentence).toMatch(/^\S+ (is damaged|is not a backup|is cut off|is not whole).*\.$/);
      const kind = sentence.replace(/\S+\.tar|[\d,]+/g, '').slice(0, 40);
      sentences.set(kind, (sentences.get(kind) ?? 0) + 1);
    }
    expect([...sentences.keys()].some((kind) => kind.includes('in its part'))).toBe(true);
  });

  test('is named with its broken part and where that lies', async () => {
    const { parts } = await withParts();
    const part = parts.find(({ name }) => name === 'rows/000001.ndjson.gz');
    const bytes = Buffer.from(whole);
    const at = (part?.start ?? 0) + 512 + 100;
    bytes[at] = (bytes[at] ?? 0) ^ 1;
    const place = `rows/000001.ndjson.gz (bytes ${part?.start.toLocaleString('en')} to ${part?.end.toLocaleString('en')})`;
    expect(await refusal(bytes)).toBe(`${damaged} is damaged in its part ${place}: its checksum does not fit.`);
  });

  test('is refused wherever it is cut off, and with anything behind it', async () => {
    for (const at of positions(60, whole.length)) await refusal(whole.subarray(0, at));
    expect(await refusal(whole.subarray(0, whole.length >> 1))).toContain('is cut off or damaged at its end');
    expect(await refusal(Buffer.concat([whole, Buffer.from('x')]))).toContain('is cut off or damaged at its end');
    expect(await refusal(Buffer.concat([whole, Buffer.alloc(10_240)]))).toContain('is cut off or damaged at its end');
    expect(await refusal(Buffer.from('PGDMP something else'))).toContain('is not a backup');
    expect(await refusal(Buffer.alloc(0))).toContain('is not a backup');
  });

  test('is refused by the command with one sentence, before anything is touched', async () => {
    await writeFile(damaged, whole.subarray(0, -1));
    const dataDir = path.join(folder, 'untouched');
    expect(await runRestore([damaged], { DATA_DIR: dataDir }, folder)).toBe(1);
    expect(await runRestore([damaged, '--check'], { DATA_DIR: dataDir }, folder)).toBe(1);
    expect(await runRestore([path.join(folder, 'absent.tar')], { DATA_DIR: dataDir }, folder)).toBe(1);
    expect(await runRestore([], {}, folder)).toBe(2);
    expect(await runRestore(['a', 'b'], {}, folder)).toBe(2);
    expect(existsSync(dataDir)).toBe(false);
    await writeFile(damaged, whole);
    expect(await runRestore([path.basename(damaged), '--check'], { DATA_DIR: dataDir }, folder)).toBe(0);
    expect(existsSync(dataDir)).toBe(false);
  });

  async function withParts() {
    await writeFile(damaged, whole);
    const reader = await ArchiveReader.open(damaged);
    const parts: { name: string; start: number; end: number; content: Buffer }[] = [];
    for await (const { part, content } of reader.entries()) parts.push({ ...part, content: Buffer.from(content) });
    await reader.close();
    return { parts };
  }

  /** The same backup with another content, all checksums made anew: what only a look at the content can find. */
  async function forge(change: {
    header?: (text: string) => string;
    rows?: (text: string) => string;
    manifest?: (m: BackupManifest) => void;
  }) {
    const { parts } = await withParts();
    const written: Buffer[] = [];
    const writer = new ArchiveWriter(async (bytes) => void written.push(bytes), new Date());
    for (const { name, content } of parts) {
      if (name === manifestName) {
        const manifest: BackupManifest = { ...JSON.parse(content.toString()), parts: writer.parts };
        change.manifest?.(manifest);
        await writer.add(name, Buffer.from(JSON.stringify(manifest)));
      } else if (name === headerName)
        await writer.add(name, Buffer.from((change.header ?? ((text) => text))(content.toString())));
      else if (name.startsWith('rows/') && change.rows) {
        await writer.add(name, gzipSync(change.rows(gunzipSync(content).toString())));
      } else await writer.add(name, content);
    }
    await writer.finish();
    return refusal(Buffer.concat(written));
  }

  test('whose parts are whole but do not fit together is refused, too', async () => {
    expect(await forge({ rows: (text) => text.replace(/^\["workspace",.*\n/m, '') })).toMatch(
      /a row of membership refers to one of workspace that is not there \(line \d+ of rows\/000001\.ndjson\.gz\)\.$/,
    );
    expect(await forge({ rows: (text) => text.replace(/^\["setting".*\n|^\["audit_entry".*\n/m, '') })).toMatch(
      /it must hold \d+ rows of/,
    );
    expect(await forge({ rows: (text) => text.replace(/^\["document_update".*\n/m, '') })).toContain('is not whole (line');
    expect(await forge({ rows: (text) => text.replace(/^(\["workspace",.*\n)/m, '$1$1') })).toContain(
      'a row of workspace is there twice',
    );
    expect(await forge({ rows: (text) => text.replace(/^\["workspace",/m, '["workspace","more",') })).toContain(
      'not of the agreed form',
    );
    expect(await forge({ rows: (text) => text.replace(/^\["workspace",/m, '["workspaces",') })).toContain(
      'not of the agreed form',
    );
    expect(await forge({ rows: (text) => `${text}nonsense\n` })).toContain('not of the agreed form');
    expect(await forge({ manifest: (manifest) => manifest.parts.pop() })).toContain('its checksum does not fit');
  });

  test('of a newer version is refused with a sentence that says so', async () => {
    expect(await forge({ header: (text) => text.replace('"formatVersion": 1', '"formatVersion": 2') })).toContain(
      'has a newer form (2)',
    );
    const later = `"migrations": [{ "name": "29990101000000_later", "checksum": "${'0'.repeat(64)}" },`;
    expect(await forge({ header: (text) => text.replace('"migrations": [', later) })).toMatch(
      /was made by a newer version \(.*29990101000000_later.*restore it with that version or a later one\.$/,
    );
    expect(await forge({ header: (text) => text.replace(/("checksum": ")[0-9a-f]/, '$1') })).toContain(
      'does not hold what it must',
    );
  });
});
