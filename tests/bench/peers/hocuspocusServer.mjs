// Hocuspocus with its database extension, as its documentation shows it. The "database" is one file for each document, written beside the old
// one, synced to disk and renamed: no SQL database stores a whole state any faster, and none could lose it.
import { mkdirSync } from 'node:fs';
import { open, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { Database } from '@hocuspocus/extension-database';
import { Server } from '@hocuspocus/server';

const { PORT, HOST, DATA_DIR, DEBOUNCE } = process.env;
mkdirSync(DATA_DIR, { recursive: true });

/** One name for each attempt: two may overlap. */
let attempts = 0;

async function store({ documentName, state }) {
  const draft = join(DATA_DIR, `${documentName}.${++attempts}.draft`);
  const file = await open(draft, 'w');
  await file.writeFile(state);
  await file.datasync();
  await file.close();
  await rename(draft, join(DATA_DIR, documentName));
}

async function fetch({ documentName }) {
  try {
    return new Uint8Array(await readFile(join(DATA_DIR, documentName)));
  } catch (error) {
    if (error.code === 'ENOENT') return null;
    throw error;
  }
}

const server = new Server({
  port: Number(PORT),
  address: HOST,
  quiet: true,
  ...(DEBOUNCE ? { debounce: Number(DEBOUNCE) } : {}),
  extensions: [new Database({ fetch, store })],
});
await server.listen();
console.log('is ready');
