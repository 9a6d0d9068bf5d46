import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { MapSummary } from '@/lib/api/schemas/map';
import { createExporter } from '@/lib/export/exporter';
import { parseMermaidJourney } from '@/lib/map/mermaid/parseMermaidJourney';
import { ApiClient } from '../../builders/apiClient';
import { smallMap } from '../../builders/map';
import { addPerson, addWorkspace } from '../../builders/people';
import { startTestRuntime, type TestRuntime } from '../../builders/testRuntime';

const samples = path.resolve('../shared/samples/mermaid');
const plain = 'journey\n  title My day\n  section Go to work\n    Make tea: 5: Me\n    Do work: 1: Me, Cat\n';
const files: [string, Uint8Array<ArrayBuffer>][] = [['plain.mmd', new TextEncoder().encode(plain)]];
if (existsSync(samples)) {
  for (const name of readdirSync(samples)) files.push([name, new Uint8Array(readFileSync(path.join(samples, name)))]);
} else {
  process.stderr.write('\n!! SKIPPED: other people’s Mermaid files (../shared/samples/mermaid) are not here.\n\n');
}

let server: TestRuntime;
let program: ApiClient;
let workspaceId: string;
beforeAll(async () => {
  server = await startTestRuntime();
  server.running.exporter = createExporter();
  const olga = await addPerson(server.running, 'Olga');
  workspaceId = await addWorkspace(server.running, olga);
  program = await ApiClient.of(server.running, olga);
});
afterAll(async () => {
  await server.running.exporter.close();
  await server.stop();
});

const importFile = async (format: 'json' | 'mermaid', file: Uint8Array<ArrayBuffer>, name = 'file'): Promise<MapSummary> => {
  const query = new URLSearchParams({ workspace: workspaceId, format, name });
  const response = await program.call('POST', `/maps/import?${query}`, { file });
  if (response.status !== 201) throw new Error(await response.text());
  return (await response.json()) as MapSummary;
};

/** What a Mermaid text says, without its lines' numbers. */
function said(text: string) {
  const { title, sections } = parseMermaidJourney(text).journey;
  return {
    title,
    sections: sections.map((section) => ({
      title: section.title,
      tasks: section.tasks.map((task) => ({ name: task.name, score: task.score, actors: [...task.actors].sort() })),
    })),
  };
}

describe('Mermaid files by API', () => {
  test.each(files)('%s goes in, comes out the same, and becomes a PDF', async (name, bytes) => {
    const { id, title } = await importFile('mermaid', bytes, name);
    const out = await program.call('GET', `/maps/${id}/export?format=mermaid`);
    expect(out.status).toBe(200);
    const wanted = said(new TextDecoder().decode(bytes));
    // A journey without a title is called after its file.
    expect(said(await out.text())).toEqual({ ...wanted, title: wanted.title || title });
    if (wanted.title) expect(title).toBe(wanted.title);

    const pdf = await program.call('GET', `/maps/${id}/export?format=pdf&paper=a3`);
    expect(pdf.headers.get('content-type')).toBe('application/pdf');
    const document = await getDocument({ data: new Uint8Array(await pdf.arrayBuffer()), verbosity: 0 }).promise;
    const page = await (await document.getPage(1)).getTextContent();
    const words = page.items.map((item) => ('str' in item ? item.str : '')).join('');
    // Lines are broken anew, and emoji are drawn.
    const letters = (value: string) => value.replace(/[^\p{L}\p{N}]/gu, '');
    const firstTask = wanted.sections.flatMap(({ tasks }) => tasks)[0]?.name ?? '';
    expect(letters(words)).toContain(letters(firstTask).slice(0, 10));
    await document.destroy();
  });
});

test('a large file of a map is read in another thread, and comes in whole', async () => {
  const map = smallMap();
  const [first] = map.cards;
  if (!first) throw new Error('The map has no card.');
  const cards = Array.from({ length: 4_000 }, (_, index) => ({
    ...first,
    id: `many${index}`,
    text: `Card ${index} ${'x'.repeat(80)}`,
  }));
  const text = JSON.stringify({ ...map, cards });
  expect(text.length).toBeGreaterThan(512 * 1024);
  let asked = 0;
  const { exporter } = server.running;
  server.running.exporter = {
    ...exporter,
    read: (file) => {
      asked += 1;
      return exporter.read(file);
    },
  };
  const { id } = await importFile('json', new TextEncoder().encode(text));
  server.running.exporter = exporter;
  expect(asked).toBe(1);
  const { map: read } = await server.running.liveMaps.read(id);
  expect(read.cards).toHaveLength(4_000);
});
