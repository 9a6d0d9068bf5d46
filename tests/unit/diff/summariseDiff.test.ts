import { describe, expect, test } from 'vitest';
import { addCard, deleteCards } from '@/lib/document/operations/cards';
import { setEmotion } from '@/lib/document/operations/emotions';
import { addLane } from '@/lib/document/operations/lanes';
import { mergeSteps } from '@/lib/document/operations/mergeSteps';
import { markMoment, setGate } from '@/lib/document/operations/moments';
import { setStepWaiting } from '@/lib/document/operations/stepFacts';
import { addStep, deleteStep, moveSteps } from '@/lib/document/operations/steps';
import { addTouchpoint } from '@/lib/document/operations/touchpoints';
import { readMap } from '@/lib/document/readMap';
import { setText } from '@/lib/document/textReference';
import type { Locale } from '@/lib/i18n/locale';
import { messagesOf } from '@/lib/i18n/translator';
import { diffMaps } from '@/lib/map/diff/diffMaps';
import { summariseDiff } from '@/lib/map/diff/summariseDiff';
import { makeDiffSentences } from '@/lib/versions/diffSentence';
import { openDocument } from '@/tests/builders/document';
import { smallMap } from '@/tests/builders/map';

function sentences(change: (doc: ReturnType<typeof openDocument>) => void, locale: Locale = 'en'): string[] {
  const doc = openDocument(smallMap());
  const before = readMap(doc).map;
  change(doc);
  const after = readMap(doc).map;
  return summariseDiff(diffMaps(before, after), before, after).map(makeDiffSentences(locale, messagesOf(locale)));
}

describe('a summary of what lies between two maps', () => {
  const change = (doc: ReturnType<typeof openDocument>): void => {
    setGate(doc, { stepId: 'step2', gate: 'held' });
    const step = addStep(doc, { at: { after: 'step2' }, title: 'Gets a call back' });
    if (step) addTouchpoint(doc, { at: { stepId: step }, channel: 'phone' });
    if (step) markMoment(doc, { stepId: step });
    deleteCards(doc, { ids: ['card3'] });
    const lane = addLane(doc, { kind: 'painPoints' });
    if (lane) for (const text of ['a', 'b', 'c', 'd', 'e']) addCard(doc, { at: { stepId: 'step1', laneId: lane }, text });
    setEmotion(doc, { stepId: 'step1', personaId: 'persona1', value: 0.5 });
    setEmotion(doc, { stepId: 'step2', personaId: 'persona1', value: 0.5 });
    setStepWaiting(doc, { id: 'step2', minutes: 2 });
    setText(doc, { reference: { type: 'meta', field: 'goal' }, text: 'Other' });
  };

  test('says the most important first, and counts what belongs together', () => {
    expect(sentences(change)).toEqual([
      'The all-or-nothing moment “Calls” holds now (it failed before).',
      '1 step was added: “Gets a call back”.',
      '1 step says something else: “Calls”.',
      '5 pain points were added: “a”, “b”, “c” and 2 more.',
      '1 pain point was removed: “Dials the number”.',
      'Petra, 52 feels better at 2 steps, by 1.5 on average: “Sees the bill” and “Calls”.',
      'The waiting takes 2 minutes in all (12 before).',
      '1 lane was added: “Pain points”.',
      'The goal says something else.',
    ]);
  });

  test('in German, too', () => {
    expect(sentences(change, 'de')).toEqual([
      'Der Alles-oder-nichts-Moment „Calls“ hält jetzt (zuvor gescheitert).',
      '1 Schritt ist hinzugekommen: „Gets a call back“.',
      '1 Schritt lautet anders: „Calls“.',
      '5 Schmerzpunkte sind hinzugekommen: „a“, „b“, „c“ und 2 weitere.',
      '1 Schmerzpunkt ist weggefallen: „Dials the number“.',
      'Petra, 52: an 2 Schritten besser, im Mittel um 1,5: „Sees the bill“ und „Calls“.',
      'Das Warten dauert insgesamt 2 Minuten (zuvor 12).',
      '1 Spur ist hinzugekommen: „Schmerzpunkte“.',
      'Das Ziel lautet anders.',
    ]);
  });

  test('tells of a removed step alone, and of its cards that are unplaced now', () => {
    expect(sentences((doc) => deleteStep(doc, { id: 'step2' }))).toEqual([
      '1 step was removed: “Calls”.',
      'The waiting takes 0 minutes in all (12 before).',
      'The steps take 0 minutes in all (4 before).',
      '2 cards are unplaced now, as their step or lane is gone: “Dials the number” and “Puts the phone on speaker”.',
    ]);
  });

  test('tells of mergings and moves', () => {
    const told = sentences((doc) => {
      mergeSteps(doc, { ids: ['step2', 'step3'] });
      moveSteps(doc, { ids: ['step1'], to: { stageId: 'stage2' } });
    });
    expect(told.slice(0, 2)).toEqual([
      'The step “Tells it again” became part of “Calls / Tells it again”.',
      '1 step says something else: “Calls / Tells it again”.',
    ]);
    expect(told).toContain('1 step stands elsewhere: “Sees the bill”.');
  });
});
