import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import type { BareBox } from './bareBox';

const page = (body: string): string => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Bare</title><link rel="stylesheet" href="/page.css"><style>
html,body,#root{margin:0;height:100%;font-family:sans-serif}
.box{box-sizing:border-box;width:100%;height:100%;padding:6px 8px;border:1px solid #ccc;border-radius:6px;background:#fff;font-size:14px;overflow:hidden}
.selected .box{outline:2px solid #06f}
</style></head><body>${body}</body></html>`;

/** Serves a page with nothing but React Flow and these boxes: bundled and minified for production, gzipped, from memory. */
export async function startBareServer(boxes: readonly BareBox[]): Promise<{ url: string; server: Server }> {
  const bundle = await build({
    entryPoints: [fileURLToPath(new URL('./bare/page.tsx', import.meta.url))],
    bundle: true,
    minify: true,
    write: false,
    outdir: '/',
    format: 'esm',
    target: 'es2022',
    jsx: 'automatic',
    define: { 'process.env.NODE_ENV': '"production"' },
    legalComments: 'none',
  });
  const fileOf = (ending: string): Uint8Array => {
    const file = bundle.outputFiles.find(({ path }) => path.endsWith(ending));
    if (!file) throw new Error(`esbuild wrote no ${ending}`);
    return file.contents;
  };
  const files = new Map<string, { type: string; bytes: Buffer }>([
    ['/', { type: 'text/html', bytes: gzipSync(page('<div id="root"></div><script type="module" src="/page.js"></script>')) }],
    ['/page.js', { type: 'text/javascript', bytes: gzipSync(fileOf('.js')) }],
    ['/page.css', { type: 'text/css', bytes: gzipSync(fileOf('.css')) }],
    ['/boxes.json', { type: 'application/json', bytes: gzipSync(JSON.stringify(boxes)) }],
  ]);
  const server = createServer((request, response) => {
    const file = files.get(new URL(request.url ?? '/', 'http://localhost').pathname);
    if (!file) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, { 'Content-Type': `${file.type}; charset=utf-8`, 'Content-Encoding': 'gzip' }).end(file.bytes);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, server };
}
