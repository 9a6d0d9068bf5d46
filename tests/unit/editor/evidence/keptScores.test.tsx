import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { createEvidenceStore } from '@/components/editor/evidence/evidenceStore';
import { GapList } from '@/components/editor/evidence/GapList';
import { ScoresTab } from '@/components/editor/evidence/ScoresTab';
import { TargetEvidence } from '@/components/editor/inspector/TargetEvidence';
import { createSelectionStore } from '@/components/editor/selection';
import { type Editor, EditorProvider } from '@/components/editor/session/EditorContext';
import { createVersionsStore } from '@/components/editor/versions/versionsStore';
import { TooltipProvider } from '@/components/ui/Tooltip';
import { readMap } from '@/lib/document/readMap';
import { IntlProvider } from '@/lib/i18n/IntlProvider';
import { locales } from '@/lib/i18n/locale';
import { messagesOf, translatorOf } from '@/lib/i18n/translator';
import type { MapEvidence } from '@/lib/map/mapEvidence';
import { stepEvidence, stepFigure } from '../../../builders/mapEvidence';
import { satisfied } from '../../../builders/scores';
import { serviceCall } from '../editorFixture';
import { answerOf } from './evidenceAnswers';

const map = readMap(serviceCall()).map;
const stepId = map.steps[0]?.id ?? '';
const step = { type: 'step' as const, id: stepId };
/** Of 50 answers, while there are 40 today. */
const then: MapEvidence = new Map([[stepId, stepEvidence([stepFigure(satisfied, [30, 10, 5, 3, 2])])]]);
const version = { number: 3, kind: 'manual' as const, name: '', note: '', by: null, at: '2026-03-14T10:00:00.000Z' };

/** A store that a page rendered on the server shows as it is. */
const asItIs = <Store extends { getState(): unknown }>(store: Store): Store => ({ ...store, getInitialState: store.getState });

/** An editor whose map has figures of 40 answers today, with a version in its place that kept `shown`. */
function editorAt(shown: MapEvidence | null | undefined, selected: { type: 'step' | 'card'; id: string } | null): Editor {
  const [evidence, versions, selection] = [createEvidenceStore(), createVersionsStore(null), createSelectionStore()];
  evidence.getState().allow({ mayRead: true, mayReadAnswers: true });
  evidence.getState().take(answerOf([], [{ id: stepId, isFirm: true }]), new Map());
  evidence.getState().look(shown);
  if (shown !== undefined) versions.setState({ shown: { ...version, stepCount: 1, cardCount: 1 }, wanted: 3 });
  if (selected) selection.getState().select(selected);
  const snapshot = { map, issues: [] };
  const session = { mapId: 'map', map: { getSnapshot: () => snapshot, subscribe: () => () => undefined } };
  const stores = { evidence: asItIs(evidence), versions: asItIs(versions), selection: asItIs(selection) };
  return { ...stores, session, canWrite: false } as unknown as Editor;
}

describe.each(locales)('figures while a version is looked at (%s)', (locale) => {
  const t = translatorOf(locale, 'evidence');
  const labels = translatorOf(locale, 'canvas');
  const asKept = t('kept.asKept', { version: 3, isVersion: 'yes' });
  const render = (editor: Editor, part: React.ReactNode): string =>
    renderToStaticMarkup(
      <IntlProvider locale={locale} messages={messagesOf(locale)}>
        <TooltipProvider>
          <EditorProvider value={editor}>{part}</EditorProvider>
        </TooltipProvider>
      </IntlProvider>,
    );
  const [today, kept] = [40, 50].map((n) => labels('figures.answers', { n }));

  test('are those of today while the map is shown as it is', () => {
    const markup = render(editorAt(undefined, null), <ScoresTab />);
    expect(markup).toContain(today);
    expect(markup).not.toContain(asKept);
  });

  test.each([null, step])('are those that were kept with it, and said to be, in the panel (%o)', (selected) => {
    const markup = render(editorAt(then, selected), <ScoresTab />);
    expect(markup).toContain(kept);
    expect(markup).toContain(asKept);
    expect(markup).not.toContain(today);
    expect(markup).not.toContain(t('figures.none'));
  });

  test('are those that were kept with it in the details of a step, and in the gaps', () => {
    const inspected = render(editorAt(then, step), <TargetEvidence target={step} />);
    expect(inspected).toContain(kept);
    expect(inspected).toContain(asKept);
    expect(render(editorAt(then, null), <GapList />)).toContain(asKept);
  });

  test('are said not to be there where none were kept, and nothing of today stands in their place', () => {
    const none = t('kept.none', { version: 3, isVersion: 'yes' });
    for (const selected of [null, step]) {
      const markup = render(editorAt(null, selected), <ScoresTab />);
      expect(markup).toContain(none);
      expect(markup).not.toContain(today);
    }
    const card = { type: 'card' as const, id: map.cards[0]?.id ?? '' };
    expect(render(editorAt(then, card), <ScoresTab />)).toContain(t('kept.onlySteps'));
  });
});
