import { addCard, deleteCards } from '@/lib/document/operations/cards';
import { setEmotion } from '@/lib/document/operations/emotions';
import { linkEvidence } from '@/lib/document/operations/evidenceLinks';
import { setGate } from '@/lib/document/operations/moments';
import { addReason } from '@/lib/document/operations/reasons';
import { addStep, deleteStep, moveSteps, renameStep } from '@/lib/document/operations/steps';
import { readMap } from '@/lib/document/readMap';
import { setText } from '@/lib/document/textReference';
import type { AnsweredEvidence, ExportedFuture } from '@/lib/export/future/distance';
import type { Locale } from '@/lib/i18n/locale';
import { arrange } from '@/lib/map/arrange';
import { template } from '@/lib/map/templates/template';
import { openDocument } from './document';

const told = {
  en: {
    title: 'Is called back within the hour',
    added: 'Chooses when to be called',
    card: 'Gets a message: who calls, and about what',
    why: 'Nobody likes to wait. Who is called back tells their story once, to somebody who has seen the bill.',
    second: 'The music is the only thing that many remember of us.',
    removed: 'There is nobody left to be put through to.',
    quote: '“Twenty minutes of music, and then I had to explain it all again.”',
    part: 'Survey after the call · Channel: phone',
    erased: 'An answer of a customer that has been erased',
    origin: [
      'Starts from Version 3 “Agreed with all departments”, 27 Nov 2026, of “Calling customer service”.',
      'It is a baseline: everybody who was asked has signed it.',
    ],
    source: 'Survey after the call · 3 Nov 2026',
  },
  de: {
    title: 'Wird innerhalb einer Stunde zurückgerufen',
    added: 'Wählt, wann der Rückruf kommt',
    card: 'Bekommt eine Nachricht: wer anruft und worum es geht',
    why: 'Niemand wartet gern. Wer zurückgerufen wird, erzählt die Geschichte nur einmal, und zwar jemandem, der die Rechnung gesehen hat.',
    second: 'Die Musik ist das Einzige, was vielen von uns in Erinnerung bleibt.',
    removed: 'Es gibt niemanden mehr, zu dem durchgestellt werden müsste.',
    quote: '„Zwanzig Minuten Musik, und dann musste ich alles noch einmal erklären.“',
    part: 'Umfrage nach dem Anruf · Kanal: Telefon',
    erased: 'Die Antwort eines Kunden, die gelöscht wurde',
    origin: [
      'Geht aus von Version 3 „Mit allen Abteilungen abgestimmt“, 27.11.2026, aus „Anruf beim Kundenservice“.',
      'Sie ist ein Ausgangsstand: Alle, die gefragt waren, haben sie abgezeichnet.',
    ],
    source: 'Umfrage nach dem Anruf · 3. Nov. 2026',
  },
} as const;

/** A future state of the template of a service call, as its distance is exported: with reasons of every kind, also `long` ones, and differences without any. */
export function exportedFuture(locale: Locale, { long = '' } = {}): ExportedFuture {
  const say = told[locale];
  const source = openDocument({ ...template('customerServiceCall', locale) });
  const { steps, personas, stages } = arrange(readMap(source).map);
  const [first, second, third, fourth] = steps;
  const persona = personas[0];
  const phone = { target: { type: 'step', id: third?.id ?? '' }, sourceId: 'source1' } as const;
  const quoted = linkEvidence(source, { ...phone, responseId: 'r1' }) ?? '';
  const part = linkEvidence(source, { ...phone, filter: { channel: 'phone' } }) ?? '';
  const erased = linkEvidence(source, { ...phone, responseId: 'r2' }) ?? '';
  const base = readMap(source).map;
  const gated = base.moments.find(({ gate }) => gate !== 'held');
  const lane = base.lanes[0];
  const painPoint = base.cards.find(({ kind }) => kind === 'painPoint') ?? base.cards[0];
  if (!first || !second || !third || !fourth || !persona || !lane || !painPoint) throw new Error('The template is too small.');
  renameStep(source, { id: third.id, title: say.title });
  const added = addStep(source, { at: { after: first.id }, title: say.added }) ?? '';
  const card = addCard(source, { at: { stepId: third.id, laneId: lane.id }, text: say.card }) ?? '';
  setText(source, { reference: { type: 'step', id: first.id, field: 'notes' }, text: say.second });
  setEmotion(source, { stepId: third.id, personaId: persona.id, value: 1.5 });
  if (gated) setGate(source, { stepId: gated.stepId, gate: 'held' });
  const last = steps.at(-1);
  const stage = stages[0];
  if (last) deleteStep(source, { id: last.id });
  if (stage) moveSteps(source, { ids: [fourth.id], to: { stageId: stage.id, index: 0 } });
  const doomed = base.cards.filter(({ pos }) => pos.stepId === second.id).slice(0, 2);
  deleteCards(source, { ids: doomed.map(({ id }) => id) });
  addReason(source, {
    about: { collection: 'steps', id: third.id },
    text: say.why,
    answers: [
      { type: 'card', id: painPoint.id },
      { type: 'link', id: quoted },
      { type: 'link', id: part },
    ],
    aim: { kind: 'emotion', personaId: persona.id, to: 1.5 },
  });
  addReason(source, {
    about: { collection: 'steps', id: third.id },
    text: long || say.second,
    answers: [{ type: 'link', id: erased }],
  });
  addReason(source, { about: { collection: 'steps', id: added }, aim: { kind: 'score', metric: 'nps', to: 40 } });
  addReason(source, { about: { collection: 'cards', id: card }, text: say.second, answers: [{ type: 'card', id: 'gone' }] });
  if (gated) addReason(source, { about: { collection: 'moments', id: gated.stepId }, aim: { kind: 'moment', gate: 'held' } });
  if (last) addReason(source, { about: { collection: 'steps', id: last.id }, text: say.removed });
  const plain = { detail: '', isQuote: false, isMissing: false };
  const evidence = new Map<string, AnsweredEvidence>([
    [quoted, { ...plain, text: say.quote, detail: say.source, isQuote: true }],
    [part, { ...plain, text: say.part }],
    [erased, { ...plain, text: say.erased, isMissing: true }],
  ]);
  return { map: readMap(source).map, base, origin: say.origin, evidence };
}
