import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createExporter, type Exporter, type ExportRequest } from '@/lib/export/exporter';
import { exportOptionsSchema } from '@/lib/export/exportRequest';
import { emptyMap } from '@/lib/map/journeyMap';
import { smallMap } from '../../builders/map';

const request = (extra: Partial<ExportRequest> = {}): ExportRequest => ({
  ...exportOptionsSchema.parse({ format: 'json', locale: 'en' }),
  map: smallMap(),
  ...extra,
});

describe('createExporter', { timeout: 30_000 }, () => {
  let exporter: Exporter;
  beforeEach(() => {
    exporter = createExporter();
  });
  afterEach(() => exporter.close());

  it('makes every format in a thread', async () => {
    const start = async (format: ExportRequest['format']) => {
      const { bytes, mediaType } = await exporter.render(request({ format, scale: 1 }));
      return [mediaType, Buffer.from(bytes.slice(0, 4)).toString('latin1')];
    };
    expect(await Promise.all((['pdf', 'png', 'svg', 'json'] as const).map(start))).toEqual([
      ['application/pdf', '%PDF'],
      ['image/png', '\u0089PNG'],
      ['image/svg+xml', '<svg'],
      ['application/json', '{\n  '],
    ]);
  });

  it('reports what a file would lack without making it', async () => {
    const map = { ...emptyMap(), meta: { ...emptyMap().meta, title: '東京' } };
    const { bytes, missing } = await exporter.render(request({ format: 'pdf', map, reportOnly: true }));
    expect([bytes.length, missing]).toEqual([0, ['東', '京']]);
  });

  it('brings errors for people back whole', async () => {
    const map = smallMap();
    const long = { ...map, cards: map.cards.map((card) => ({ ...card, text: 'word '.repeat(20_000) })) };
    await expect(exporter.render(request({ format: 'png', scale: 4, map: long }))).rejects.toMatchObject({
      code: 'tooLarge',
      messageKey: expect.stringMatching(/^export(TooLarge|NeverFits)$/),
    });
  });

  it('refuses work after its end', async () => {
    await exporter.close();
    await expect(exporter.render(request())).rejects.toThrow('closed');
  });
});

describe('a thread that misbehaves', { timeout: 30_000 }, () => {
  // Acts by the map's title: dies, never answers, or answers at once.
  const source = `
    import { parentPort } from 'node:worker_threads';
    parentPort.on('message', ({ id, work }) => {
      const { title } = work.request.map.meta;
      if (title === 'die') process.exit(1);
      if (title === 'throw') throw new Error('broken');
      if (title === 'hang') for (;;);
      parentPort.postMessage({ id, result: { bytes: new Uint8Array([1]), mediaType: 'x', missing: [], warnings: [] } });
    });`;
  let folder: string;
  let exporter: Exporter;
  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'wegmarke-export-'));
    await writeFile(path.join(folder, 'worker.mjs'), source);
    exporter = createExporter({ threads: 1, timeout: 3_000, queue: 2, workerFile: path.join(folder, 'worker.mjs') });
  });
  afterEach(async () => {
    await exporter.close();
    await rm(folder, { recursive: true });
  });
  const titled = (title: string) => exporter.render(request({ map: { ...emptyMap(), meta: { ...emptyMap().meta, title } } }));

  it.each(['die', 'throw'])('takes only its own job with it: %s', async (title) => {
    const [lost, kept] = await Promise.allSettled([titled(title), titled('fine')]);
    expect(lost.status).toBe('rejected');
    expect(kept.status).toBe('fulfilled');
    await expect(titled('fine')).resolves.toMatchObject({ mediaType: 'x' });
  });

  it('is stopped after its time', async () => {
    const [lost, kept] = await Promise.allSettled([titled('hang'), titled('fine')]);
    expect(lost).toMatchObject({ reason: { code: 'tooLarge', messageKey: 'exportTimedOut' } });
    expect(kept.status).toBe('fulfilled');
  });

  it('lets only so many wait', async () => {
    const all = await Promise.allSettled([titled('fine'), titled('fine'), titled('fine'), titled('fine')]);
    expect(all.filter(({ status }) => status === 'rejected')).toMatchObject([
      { reason: { code: 'tooMany' } },
      { reason: { code: 'tooMany' } },
    ]);
  });

  it('refuses what is open when it ends', async () => {
    const open = Promise.allSettled([titled('hang'), titled('fine')]);
    await exporter.close();
    expect((await open).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  });
});

describe('a worker that cannot be found', () => {
  it('fails the request', async () => {
    const exporter = createExporter({ workerFile: '/nowhere/worker.mjs' });
    await expect(exporter.render(request())).rejects.toThrow();
    await exporter.close();
  });
});
