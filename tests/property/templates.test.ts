import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createDocument } from '@/lib/document/createDocument';
import { readMap } from '@/lib/document/readMap';
import { readMapFile } from '@/lib/interchange/readMapFile';
import { arrange } from '@/lib/map/arrange';
import { toCanonicalJson } from '@/lib/map/canonicalJson';
import { outlineOf, outlineSchema } from '@/lib/map/templates/outline';
import { template, templateIds } from '@/lib/map/templates/template';
import { templateScopes, toTemplateMap } from '@/lib/map/templates/toTemplateMap';
import { copyDocument, openDocument } from '@/tests/builders/document';
import { smallMap } from '@/tests/builders/map';
import { editNames, performEdit } from '@/tests/builders/randomEdit';
import { runs, withSameIds } from './document/seeds';

const stories = fc.array(
  fc.record({ edit: fc.constantFrom(...editNames), dice: fc.array(fc.nat(10_000), { minLength: 1, maxLength: 12 }) }),
  { maxLength: 40 },
);

test('a template of any map is read as it was kept, and makes a map without a remark', () => {
  fc.assert(
    fc.property(stories, fc.constantFrom(...templateScopes), fc.constantFrom(null, ...templateIds), (story, scope, id) =>
      withSameIds(() => {
        const doc = openDocument(id === null ? smallMap() : template(id, 'de'));
        for (const { edit, dice } of story) performEdit(doc, edit, dice);
        const live = readMap(doc).map;
        const kept = toTemplateMap(live, scope);
        const { map, problems } = readMapFile(toCanonicalJson(kept));
        expect([map, problems]).toEqual([kept, []]);
        const made = readMap(copyDocument(createDocument(kept)));
        expect(made.issues.filter(({ problem }) => !problem.startsWith('unplaced'))).toEqual([]);
        expect(arrange(made.map).steps.map(({ title }) => title)).toEqual(arrange(live).steps.map(({ title }) => title));
        const outline = outlineOf(kept);
        expect(outlineSchema.parse(outline)).toEqual(outline);
        if (scope === 'structure') expect([made.map.cards, made.map.emotions]).toEqual([[], []]);
      }),
    ),
    runs(),
  );
});
