import { describe, expect, it } from 'vitest';
import { evidenceToDraw } from '@/components/editor/evidence/evidenceToDraw';
import { type PinnedQuote, toMapEvidence } from '@/lib/evidence/toMapEvidence';
import { makeFigureLabels } from '@/lib/export/figureLabels';
import { locales } from '@/lib/i18n/locale';
import { messagesOf, translatorOf } from '@/lib/i18n/translator';
import { homeIn } from '@/lib/map/cardHomes';
import { answerOf } from './evidenceAnswers';

const draw = (answer: ReturnType<typeof answerOf>, quotes: ReadonlyMap<string, PinnedQuote> | null) =>
  toMapEvidence(evidenceToDraw(answer), quotes, homeIn(new Map([['card', 's1']])));

const step = { type: 'step', id: 's1' } as const;

describe('what the server says about a map, as it is drawn', () => {
  it('is the scores of each step, what became of them, and whether they make it measured', () => {
    const evidence = draw(
      answerOf(
        [],
        [
          { id: 's1', isFirm: true },
          { id: 's2', isFirm: false },
        ],
      ),
      new Map(),
    );
    expect(evidence.get('s1')).toMatchObject({
      figures: [{ figure: { n: 40, score: 85, standing: 'firm' }, change: { verdict: 'withinNoise', difference: 3 } }],
      emotion: { n: 40, score: 1.3 },
      isMeasured: true,
    });
    expect(evidence.get('s2')).toMatchObject({
      figures: [{ figure: { n: 3, standing: 'tooFew' }, change: null }],
      isMeasured: false,
    });
  });

  it('has the answers that are linked one by one as quotes, those that were erased without words', () => {
    const answer = answerOf(
      [
        { id: 'a', target: step, responseId: 'r1' },
        { id: 'b', target: step, responseId: 'r2', state: 'erased' },
        { id: 'c', target: { type: 'card', id: 'inTheTray' }, responseId: 'r3' },
        { id: 'd', target: step },
        { id: 'e', target: step, responseId: 'r4' },
      ],
      [{ id: 's1', isFirm: true }],
    );
    const quotes = new Map([
      ['a', { text: 'Ten minutes.', day: '2026-11-03' }],
      ['c', { text: 'On a card.', day: null }],
    ]);
    expect(draw(answer, quotes).get('s1')?.quotes).toEqual([
      { linkId: 'a', text: 'Ten minutes.', source: 'Website survey', day: '2026-11-03' },
      { linkId: 'b', text: null, source: 'Website survey', day: null },
    ]);
  });

  it('has what is linked to the cards and the moment of a step with the step, each answer once', () => {
    const answer = answerOf(
      [
        { id: 'a', target: step, responseId: 'r1' },
        { id: 'b', target: { type: 'card', id: 'card' }, responseId: 'r1' },
        { id: 'c', target: { type: 'card', id: 'card' }, responseId: 'r2' },
        { id: 'd', target: { type: 'moment', id: 's1' }, responseId: 'r3' },
        { id: 'e', target: { type: 'transition', id: 's1' }, responseId: 'r4' },
      ],
      [{ id: 's1', isFirm: true }],
    );
    const said = (text: string) => ({ text, day: null });
    const quotes = new Map([...'abcde'].map((id) => [id, said(id)] as const));
    expect(
      draw(answer, quotes)
        .get('s1')
        ?.quotes.map(({ text }) => text),
    ).toEqual(['a', 'c', 'd']);
  });

  it('has what became of scores since a version, where one is compared with', () => {
    const answer = answerOf([], [{ id: 's1', isFirm: true }]);
    const against = { version: 3, name: 'Agreed', at: '2026-11-03T10:00:00Z', isKept: true };
    const before = { n: 35, standing: 'firm' as const, score: 60, interval: { lower: 44, upper: 74 } };
    const labels = makeFigureLabels('en', messagesOf('en').canvas);
    const noteOf = (since: NonNullable<(typeof answer)['steps'][number]['scores'][number]['since']> | null, isKept = true) => {
      const steps = answer.steps.map((one) => ({ ...one, scores: one.scores.map((score) => ({ ...score, since })) }));
      const [shown] = draw({ ...answer, steps, against: { ...against, isKept } }, null).get('s1')?.figures ?? [];
      return shown ? labels.note(shown).split('\u00a0· ').at(-1) : undefined;
    };
    const interval = { lower: 3, upper: 47 };
    expect(noteOf({ verdict: 'better', difference: 25, interval, before })).toBe('↑ 25, better than in version 3');
    expect(noteOf({ verdict: 'withinNoise', difference: 25, interval, before })).toBe('within noise since version 3');
    expect(noteOf({ verdict: 'tooFew', difference: null, interval: null, before })).toBe('too few to compare with version 3');
    expect(noteOf(null)).toBe('not in version 3');
    // Of a version without figures nothing is said on the map.
    expect(noteOf(null, false)).toBe('95%: 71% … 93%');
  });

  it('says where other evidence was linked in the version that is compared with: shortly on the map, in words for those who cannot see it', () => {
    const answer = answerOf([], [{ id: 's1', isFirm: true }]);
    const against = { version: 3, name: 'Agreed', at: '2026-11-03T10:00:00Z', isKept: true };
    for (const locale of locales) {
      const t = translatorOf(locale, 'canvas');
      const labels = makeFigureLabels(locale, messagesOf(locale).canvas);
      const toldOf = (linkedThen: 'same' | 'other') => {
        const steps = answer.steps.map((one) => ({ ...one, linkedThen }));
        const [shown] = draw({ ...answer, steps, against }, null).get('s1')?.figures ?? [];
        return shown ? [labels.note(shown), labels.sentence(shown)] : [];
      };
      const words = [t('figures.otherLinks'), t('figures.otherLinksInWords')];
      expect(toldOf('other').map((text, at) => text.endsWith(words[at] ?? '-'))).toEqual([true, true]);
      expect(toldOf('same').map((text, at) => text.includes(words[at] ?? '-'))).toEqual([false, false]);
    }
  });

  it('has no quotes, and no gaps for them, for whoever may read no answers', () => {
    const answer = answerOf([{ id: 'b', target: step, responseId: 'r2', state: 'erased' }], [{ id: 's1', isFirm: true }]);
    expect(draw(answer, null).get('s1')?.quotes).toEqual([]);
  });
});
