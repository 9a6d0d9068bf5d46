import { expect, test } from 'vitest';
import { layoutLabels } from '@/lib/export/localeLabels';
import { arrange } from '@/lib/map/arrange';
import { journeyMapSchema } from '@/lib/map/journeyMap';
import { measureText } from '@/lib/map/layout/fontMetrics';
import { layoutMap } from '@/lib/map/layout/layoutMap';
import { projectMap } from '@/lib/map/projectMap';
import { largeMap, mapBuilder, mapWithReasons, smallMap } from '@/tests/builders/map';

test('a projection looks exactly as the map does', () => {
  const labels = layoutLabels('en');
  for (const map of [smallMap(), largeMap({ steps: 12 }), mapBuilder().toMap()]) {
    const projected = projectMap(map);
    expect(journeyMapSchema.parse(projected)).toEqual(projected);
    const layout = (of: typeof map) => layoutMap(arrange(of), { measure: measureText, labels });
    expect(layout(projected)).toEqual(layout(map));
  }
});

test('and holds nothing that is not to be seen', () => {
  const draft = mapBuilder({ notes: 'note' });
  const hidden = draft.addLane('thinking', { hidden: true });
  const step = draft.addStep(draft.addStage('Stage'), 'Step', { notes: 'note', mergedTexts: { title: 'old' } });
  const card = draft.addCard(step, hidden, 'thought');
  draft.addCardTag(card, 'tag');
  draft.addTouchpoint(step, 'phone', 'Hotline');
  const projected = projectMap(mapWithReasons(draft.toMap()));
  expect(projected.reasons).toEqual([]);
  expect(projected.lanes).toEqual([]);
  expect([projected.cards, projected.cardTags, projected.attachments, projected.cardLinks, projected.links].flat()).toEqual([]);
  expect(projected.touchpoints.map(({ name, channel }) => ({ name, channel }))).toEqual([{ name: '', channel: 'phone' }]);
  expect(JSON.stringify(projected)).not.toMatch(/note"|old|thought|Hotline/);
});
