import { createReadStream, existsSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { WebSocketServer } from 'ws';
import { installPackages } from '../installPackages';
import type { ZoomKind } from './page/driver';

export const whiteboardsFolder = fileURLToPath(new URL('../whiteboards', import.meta.url));

const page = (name: string): string => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>${name}</title><link rel="stylesheet" href="page.css">
<style>html,body,#root{margin:0;height:100%}</style><script>window.EXCALIDRAW_ASSET_PATH='/assets/excalidraw/'</script></head>
<body><div id="root"></div><script type="module" src="page.js"></script></body></html>`;

const assets: readonly [string, string][] = [
  ['/assets/tldraw/', join(whiteboardsFolder, 'node_modules/@tldraw/assets')],
  ['/assets/excalidraw/', join(whiteboardsFolder, 'node_modules/@excalidraw/excalidraw/dist/prod')],
];

const types: Record<string, string> = {
  ...{ '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.json': 'application/json' },
  ...{ '.svg': 'image/svg+xml', '.woff2': 'font/woff2', '.ttf': 'font/ttf' },
};

type Served = {
  url: string;
  /** Where pages hear what remote editors wrote. */
  remote: string;
  tell(message: string): void;
  close(): void;
};

/** Serves a whiteboard's page with a scene: bundled and minified for production, gzipped, from memory, with a bare socket for remote edits. */
export async function serveWhiteboard(name: Exclude<ZoomKind, 'ours'>, scenes: ReadonlyMap<string, object>): Promise<Served> {
  installPackages(whiteboardsFolder);
  const bundle = await build({
    ...{ entryPoints: [join(whiteboardsFolder, `${name}.jsx`)], outdir: '/', entryNames: 'page', bundle: true, minify: true },
    ...{ write: false, splitting: false, format: 'esm', target: 'es2022', jsx: 'automatic', legalComments: 'none' },
    conditions: ['production'],
    define: { 'process.env.NODE_ENV': '"production"', 'process.env.IS_PREACT': '"false"' },
    loader: { '.woff2': 'file', '.ttf': 'file', '.svg': 'file' },
  });
  const files = new Map(bundle.outputFiles.map(({ path, contents }) => [path, gzipSync(contents)]));
  files.set('/index.html', gzipSync(page(name)));
  const server = createServer((request, response) => {
    const path = normalize(new URL(request.url ?? '/', 'http://localhost').pathname);
    const scene = scenes.get(path);
    const asset = assets.find(([prefix]) => path.startsWith(prefix));
    const type = types[extname(path)] ?? 'application/octet-stream';
    if (scene) {
      response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Encoding': 'gzip' });
      response.end(gzipSync(JSON.stringify(scene)));
    } else if (asset) {
      const file = join(asset[1], path.slice(asset[0].length));
      if (!existsSync(file)) response.writeHead(404).end();
      else createReadStream(file).pipe(response.writeHead(200, { 'Content-Type': type }));
    } else {
      // Each scene is a folder of its own, with the same page in it.
      const file = files.get(path.replace(/^\/\d+/, '').replace(/^\/$/, '/index.html'));
      if (!file) response.writeHead(404).end();
      else
        response
          .writeHead(200, { 'Content-Type': path.endsWith('/') ? 'text/html' : type, 'Content-Encoding': 'gzip' })
          .end(file);
    }
  });
  const sockets = new WebSocketServer({ server });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://localhost:${port}`,
    remote: `ws://localhost:${port}/`,
    tell(message) {
      for (const socket of sockets.clients) socket.send(message);
    },
    close() {
      for (const socket of sockets.clients) socket.terminate();
      server.closeAllConnections();
      server.close();
    },
  };
}
