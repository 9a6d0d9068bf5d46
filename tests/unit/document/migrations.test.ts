import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { createDocument } from '@/lib/document/createDocument';
import { DocumentVersionError, documentMigrations, migrateDocument } from '@/lib/document/migrations';
import { readMap } from '@/lib/document/readMap';
import { schemaVersion } from '@/lib/document/schema';
import { copyDocument, openDocument } from '@/tests/builders/document';
import { smallMap } from '@/tests/builders/map';

const fixture = (version: number): string =>
  fileURLToPath(new URL(`../../fixtures/documents/v${version}.base64`, import.meta.url));

// Run once with WEGMARKE_STORE_FIXTURE=1 when a new version is made; a stored file is never written again.
if (process.env.WEGMARKE_STORE_FIXTURE === '1') {
  writeFileSync(fixture(schemaVersion), `${Buffer.from(createDocument(smallMap())).toString('base64')}\n`, { flag: 'wx' });
}

describe('a stored document', () => {
  test.each(Array.from({ length: schemaVersion }, (_, index) => index + 1))('of version %i reads as the same map', (version) => {
    const doc = copyDocument(new Uint8Array(Buffer.from(readFileSync(fixture(version), 'utf8'), 'base64')));
    expect(migrateDocument(doc, version)).toBe(schemaVersion);
    expect(readMap(doc)).toEqual({ map: smallMap(), issues: [] });
  });
});

describe('the migrations', () => {
  test('2: notes about the whole map are one text that the server makes, and stay when there are some', () => {
    const doc = openDocument(smallMap());
    const meta = doc.getMap('meta');
    meta.delete('notes');
    migrateDocument(doc, 1);
    const notes = meta.get('notes') as Y.Text;
    expect(notes).toBeInstanceOf(Y.Text);
    notes.insert(0, 'Ask Petra');
    migrateDocument(doc, 1);
    expect(meta.get('notes')).toBe(notes);
    expect(readMap(doc).map.meta.notes).toBe('Ask Petra');
  });
});

describe('migrating', () => {
  const migrations = [
    {
      to: 2,
      // An artificial version in which a card's kind is called its sort.
      migrate(doc: Y.Doc) {
        for (const card of doc.getMap<Y.Map<unknown>>('cards').values()) {
          if (!card.has('kind')) continue;
          card.set('sort', card.get('kind'));
          card.delete('kind');
        }
      },
    },
    { to: 3, migrate: (doc: Y.Doc) => doc.getMap('meta').set('version', 3) },
  ];

  test('runs what is missing, in order, each in one transaction', () => {
    const doc = openDocument(smallMap());
    let updates = 0;
    doc.on('update', () => updates++);
    expect(migrateDocument(doc, 1, migrations, 3)).toBe(3);
    expect(updates).toBe(2);
    expect(doc.getMap('meta').get('version')).toBe(3);
    expect((doc.getMap('cards').get('card3') as Y.Map<unknown>).toJSON()).toMatchObject({ sort: 'painPoint' });
    expect(migrateDocument(doc, 3, migrations, 3)).toBe(3);
    expect(updates).toBe(2);
  });

  test('leaves a document of the newest version alone', () => {
    const doc = openDocument(smallMap());
    const before = Y.encodeStateVector(doc);
    expect(migrateDocument(doc, schemaVersion)).toBe(schemaVersion);
    expect(Y.encodeStateVector(doc)).toEqual(before);
  });

  test.each([0, 1.5, schemaVersion + 1, Number.NaN])('refuses version %s', (version) => {
    expect(() => migrateDocument(new Y.Doc(), version)).toThrow(DocumentVersionError);
  });

  test('knows a way to each version', () => {
    expect(documentMigrations.map(({ to }) => to)).toEqual(Array.from({ length: schemaVersion - 1 }, (_, index) => index + 2));
  });
});
