import { createCanvas, loadImage } from '@napi-rs/canvas';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as fileRoute from '@/app/api/maps/[mapId]/files/[fileId]/route';
import * as copiesRoute from '@/app/api/maps/[mapId]/files/copies/route';
import * as filesRoute from '@/app/api/maps/[mapId]/files/route';
import { createPictureMaker } from '@/lib/pictures/pictureMaker';
import { callRoute, problemOf } from '@/tests/builders/callRoute';
import { addMap, addMember, addPerson, addWorkspace, type Person } from '@/tests/builders/people';
import { pixelBomb, quarters, withCameraData } from '@/tests/builders/pictures';
import { startTestRuntime, type TestRuntime } from '@/tests/builders/testRuntime';

let server: TestRuntime;
let owner: Person;
let viewer: Person;
let stranger: Person;
let mapId: string;
let otherMapId: string;

beforeAll(async () => {
  server = await startTestRuntime({ MAX_ATTACHMENT_MB: '1' });
  server.running.pictures = createPictureMaker();
  owner = await addPerson(server.running, 'Olga');
  viewer = await addPerson(server.running, 'Vera');
  stranger = await addPerson(server.running, 'Sam');
  const workspaceId = await addWorkspace(server.running, owner);
  await addMember(server.running, workspaceId, viewer, 'viewer');
  mapId = (await addMap(server.running, workspaceId)).id;
  otherMapId = (await addMap(server.running, await addWorkspace(server.running, stranger))).id;
});
afterAll(async () => {
  await server.running.pictures.close();
  await server.stop();
});

type Sent = { name?: string; cookie?: string | null; to?: string; headers?: Record<string, string | null> };

function upload(bytes: Uint8Array, { name = 'a.png', cookie = owner.cookie, to = mapId, headers = {} }: Sent = {}) {
  return callRoute(filesRoute.POST, {
    method: 'POST',
    path: `/api/maps/${to}/files`,
    params: { mapId: to },
    ...(cookie === null ? {} : { cookie }),
    file: new Uint8Array(bytes),
    headers: { 'X-File-Name': encodeURIComponent(name), ...headers },
  });
}

function read(fileId: string, { cookie = owner.cookie, from = mapId, query = '', headers = {} } = {}) {
  return callRoute(fileRoute.GET, {
    path: `/api/maps/${from}/files/${fileId}${query}`,
    params: { mapId: from, fileId },
    cookie,
    headers,
  });
}

type Stored = { fileId: string; name: string; mediaType: string; size: number; width?: number; height?: number };
async function stored(response: Response): Promise<Stored> {
  expect(response.status, await response.clone().text()).toBe(201);
  return ((await response.json()) as { file: Stored }).file;
}

async function coloursOf(bytes: Uint8Array): Promise<string[]> {
  const image = await loadImage(Buffer.from(bytes));
  const context = createCanvas(image.width, image.height).getContext('2d');
  context.drawImage(image, 0, 0);
  const at = (x: number, y: number): string => {
    const [red = 0, green = 0, blue = 0, alpha = 0] = context.getImageData(x * image.width, y * image.height, 1, 1).data;
    if (alpha < 128) return 'clear';
    return `${red > 128 ? 'r' : ''}${green > 128 ? 'g' : ''}${blue > 128 ? 'b' : ''}`;
  };
  return [at(0.25, 0.25), at(0.75, 0.25), at(0.25, 0.75), at(0.75, 0.75)];
}

describe('a picture', () => {
  test.each(['png', 'jpeg', 'webp', 'gif'] as const)('%s is made anew and shown in two sizes', async (format) => {
    const file = await stored(await upload(await quarters(format, { width: 1600, height: 800 }), { name: `photo.${format}` }));
    expect([file.width, file.height]).toEqual([1600, 800]);
    expect(file.mediaType).toMatch(/^image\/(png|jpeg)$/);
    const response = await read(file.fileId);
    expect(response.status).toBe(200);
    expect(response.headers.get('Content-Type')).toBe(file.mediaType);
    expect(response.headers.get('X-Content-Type-Options')).toBe('nosniff');
    expect(response.headers.get('Content-Security-Policy')).toBe("default-src 'none'; sandbox");
    expect(response.headers.get('Content-Disposition')).toBe('inline');
    expect(await coloursOf(new Uint8Array(await response.arrayBuffer()))).toEqual(['r', 'g', 'b', 'rg']);
    const small = await loadImage(Buffer.from(await (await read(file.fileId, { query: '?version=small' })).arrayBuffer()));
    expect([small.width, small.height]).toEqual([720, 360]);
  });

  test('stands upright and says nothing of the camera', async () => {
    const given = withCameraData(await quarters('jpeg'));
    expect(given.includes('GPS 48')).toBe(true);
    const file = await stored(await upload(given, { name: 'IMG_1.JPG' }));
    // The top was at the right.
    expect([file.width, file.height]).toEqual([32, 64]);
    for (const query of ['', '?version=small']) {
      const bytes = Buffer.from(await (await read(file.fileId, { query })).arrayBuffer());
      expect(bytes.includes('GPS 48')).toBe(false);
      expect(bytes.includes('Exif')).toBe(false);
      expect(await coloursOf(bytes)).toEqual(['b', 'r', 'rg', 'g']);
    }
  });

  test('keeps what one can see through', async () => {
    const file = await stored(await upload(await quarters('png', { clear: true })));
    expect(file.mediaType).toBe('image/png');
    expect(await coloursOf(new Uint8Array(await (await read(file.fileId)).arrayBuffer()))).toEqual(['r', 'g', 'b', 'clear']);
  });

  test('is asked for again, and not sent again when it is the same', async () => {
    const file = await stored(await upload(await quarters('png')));
    const first = await read(file.fileId);
    const etag = first.headers.get('ETag') ?? '';
    expect(first.headers.get('Cache-Control')).toBe('private, no-cache');
    expect((await read(file.fileId, { headers: { 'If-None-Match': etag } })).status).toBe(304);
    expect((await read(file.fileId, { cookie: stranger.cookie, headers: { 'If-None-Match': etag } })).status).toBe(404);
  });

  test('is what its bytes say, whatever is said of it', async () => {
    const file = await stored(
      await upload(await quarters('jpeg'), { name: 'page.html', headers: { 'Content-Type': 'text/html' } }),
    );
    expect(file.mediaType).toBe('image/jpeg');
    const response = await read(file.fileId);
    expect(response.headers.get('Content-Type')).toBe('image/jpeg');
    expect((await read(file.fileId, { query: '?save=true' })).headers.get('Content-Disposition')).toContain(
      'filename="page.jpg"',
    );
  });

  test.each(['png', 'jpeg', 'webp', 'gif'] as const)('%s that breaks off is refused', async (format) => {
    const whole = await quarters(format, { width: 400, height: 400 });
    for (const part of [0.9, 0.5, 0.1]) {
      const response = await upload(whole.subarray(0, Math.floor(whole.length * part)), { name: `a.${format}` });
      expect((await problemOf(response)).reason).toMatch(/^picture(Broken|Unknown)$/);
    }
  });

  test('of a format that is not decoded is a file to be saved', async () => {
    const bytes = Buffer.concat([Buffer.from([0, 0, 0, 16]), Buffer.from('ftypavif\0\0\0\0avifmif1 and whatever follows')]);
    const file = await stored(await upload(bytes, { name: 'photo.avif' }));
    expect(file).toMatchObject({ name: 'photo.avif', mediaType: 'application/octet-stream', size: bytes.length });
    expect(file.width).toBeUndefined();
    expect((await read(file.fileId)).headers.get('Content-Disposition')).toMatch(/^attachment/);
  });

  test('with other bytes than its name says is refused', async () => {
    const response = await upload(Buffer.from('<html><script>alert(1)</script></html>'), { name: 'cat.png' });
    expect(await problemOf(response)).toMatchObject({ status: 400, reason: 'pictureUnknown' });
  });

  test('of very many pixels is refused by its header', async () => {
    const started = performance.now();
    const problem = await problemOf(await upload(pixelBomb()));
    expect(problem).toMatchObject({ status: 413, reason: 'pictureTooManyPixels' });
    expect(problem.detail).toContain('50,000 × 50,000');
    expect(await problemOf(await upload(pixelBomb(30_000, 10)))).toMatchObject({ reason: 'pictureTooManyPixels' });
    expect(performance.now() - started).toBeLessThan(5_000);
  });

  test('with nonsense behind a good beginning is refused or shown, and nothing dies of it', async () => {
    const whole = await quarters('png', { width: 300, height: 300 });
    for (let seed = 1; seed < 40; seed++) {
      const bytes = Buffer.from(whole);
      for (let at = 16 + seed; at < bytes.length; at += 7 * seed) bytes[at] = (at * seed) & 255;
      expect([201, 400, 413]).toContain((await upload(bytes)).status);
    }
    await stored(await upload(whole));
  });
});

describe('a file', () => {
  test.each([
    ['report.pdf', Buffer.from('%PDF-1.7 …')],
    ['drawing.svg', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')],
    ['page.html', Buffer.from('<script>alert(1)</script>')],
  ])('%s is only ever saved', async (name, bytes) => {
    const file = await stored(await upload(bytes, { name, headers: { 'Content-Type': 'image/png' } }));
    expect(file).toEqual({ fileId: file.fileId, name, mediaType: 'application/octet-stream', size: bytes.length });
    const response = await read(file.fileId, { query: '?version=small' });
    expect(response.headers.get('Content-Type')).toBe('application/octet-stream');
    expect(response.headers.get('Content-Disposition')).toContain(`attachment; filename="${name}"`);
    expect(response.headers.get('X-Content-Type-Options')).toBe('nosniff');
    expect(response.headers.get('Content-Security-Policy')).toBe("default-src 'none'; sandbox");
    expect(Buffer.from(await response.arrayBuffer())).toEqual(bytes);
  });

  test.each([
    ['../../etc/passwd.txt', 'passwd.txt'],
    ['C:\\Users\\ana\\report.pdf', 'report.pdf'],
    ['..', 'File'],
    ['', 'File'],
    ['a\u0000b\r\nSet-Cookie: x.txt', 'abSet-Cookie- x.txt'],
    ['rep\u202eslx.txt', 'repslx.txt'],
    ['Größe "1".txt', 'Größe -1-.txt'],
    [`${'x'.repeat(400)}.pdf`, `${'x'.repeat(196)}.pdf`],
  ])('called %j is stored as %j', async (name, expected) => {
    const file = await stored(await upload(Buffer.from('text'), { name }));
    expect(file.name).toBe(expected);
    const { headers } = await read(file.fileId);
    expect(headers.get('Content-Disposition')).toMatch(/^attachment; filename="[^"\\/]+"; filename\*=UTF-8''[^;]+$/);
  });

  test.each([
    ['setup.exe', 'hello'],
    ['script.js', 'alert(1)'],
    ['macro.docm', 'PK'],
    ['harmless.txt', 'MZ\u0090\u0000'],
    ['tool', '#!/bin/sh\nrm -rf /'],
    ['library.dat', '\u007fELF'],
  ])('that runs is refused: %s', async (name, content) => {
    const problem = await problemOf(await upload(Buffer.from(content, 'latin1'), { name }));
    expect(problem).toMatchObject({ status: 400, reason: 'fileIsProgram' });
  });

  test('that is empty, or larger than allowed, is refused with a sentence', async () => {
    expect(await problemOf(await upload(new Uint8Array()))).toMatchObject({ reason: 'fileEmpty' });
    const problem = await problemOf(await upload(Buffer.alloc(1024 * 1024 + 1), { name: 'a.bin.txt' }));
    expect(problem).toMatchObject({ status: 413, reason: 'attachmentTooLarge' });
    expect(problem.detail).toContain('1 MB');
    await stored(await upload(Buffer.alloc(1024 * 1024), { name: 'a.txt' }));
  });
});

describe('who may', () => {
  test('write adds files; who only looks sees them; everybody else knows of none', async () => {
    const bytes = await quarters('png');
    const { fileId } = await stored(await upload(bytes));
    expect((await upload(bytes, { cookie: viewer.cookie })).status).toBe(403);
    expect((await read(fileId, { cookie: viewer.cookie })).status).toBe(200);
    expect((await upload(bytes, { cookie: stranger.cookie })).status).toBe(404);
    const foreign = await problemOf(await read(fileId, { cookie: stranger.cookie }));
    const unknown = await problemOf(await read('nosuchfile', { cookie: owner.cookie }));
    expect(foreign.status).toBe(404);
    expect(unknown.status).toBe(404);
    expect((await upload(bytes, { cookie: null })).status).toBe(401);
    expect((await read(fileId, { cookie: '' })).status).toBe(401);
  });

  test('see one map does not see the files of another through it', async () => {
    const { fileId } = await stored(await upload(await quarters('png')));
    const there = await problemOf(await read(fileId, { cookie: stranger.cookie, from: otherMapId }));
    const nowhere = await problemOf(await read('nosuchfile', { cookie: stranger.cookie, from: otherMapId }));
    expect(there).toEqual(nowhere);
    expect(there.status).toBe(404);
  });

  test('copy from one map to another, only reads the one and writes the other', async () => {
    const { fileId } = await stored(await upload(await quarters('png')));
    const copy = (cookie: string, from: string, to: string) =>
      callRoute(copiesRoute.POST, {
        method: 'POST',
        params: { mapId: to },
        cookie,
        body: { from, fileIds: [fileId, 'nosuchfile'] },
      });
    expect((await copy(stranger.cookie, mapId, otherMapId)).status).toBe(404);
    expect((await copy(owner.cookie, mapId, otherMapId)).status).toBe(404);
    expect((await copy(viewer.cookie, mapId, mapId)).status).toBe(403);
    await addMember(
      server.running,
      (await server.running.database.prisma.journeyMap.findUniqueOrThrow({ where: { id: mapId } })).workspaceId,
      stranger,
      'viewer',
    );
    const copied = await copy(stranger.cookie, mapId, otherMapId);
    expect(((await copied.json()) as { files: Stored[] }).files.map((file) => file.fileId)).toEqual([fileId]);
    expect((await read(fileId, { cookie: stranger.cookie, from: otherMapId })).status).toBe(200);
  });

  test('a page of another site uploads nothing', async () => {
    const response = await upload(await quarters('png'), { headers: { Origin: 'https://evil.example' } });
    expect(response.status).toBe(403);
  });
});

test('a map has only so many files', async () => {
  const env = { ...server.running.env };
  server.running.env.MAX_FILES_PER_MAP = await server.running.database.prisma.mapFile.count({ where: { mapId } });
  try {
    const problem = await problemOf(await upload(await quarters('png')));
    expect(problem).toMatchObject({ status: 409, reason: 'tooManyMapFiles' });
  } finally {
    server.running.env.MAX_FILES_PER_MAP = env.MAX_FILES_PER_MAP;
  }
});
