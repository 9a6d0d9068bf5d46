import type { Collection } from '../../collections';
import type { ComparedStates } from '../../compare/compareStates';
import type { TextSpan } from '../../compare/mergedText';
import { textKey, type UnionMap } from '../../compare/unionMap';
import type { DifferenceKind } from '../../diff/mapDiff';
import type { Gate } from '../../moment';
import type { LayoutOptions, MapLayout, TextBlock } from '../types';
import { type ComparedCurve, compareCurves, type EmotionDelta } from './comparedCurves';
import { boxMarks, type ComparedMark } from './comparedMarks';
import { layoutMoves, type MoveArrow } from './moveArrows';
import { markText, type TextMark } from './textMarks';

/** An all-or-nothing moment that stood otherwise before, beside the one that stands there now; `after` null: it is none any more. */
export type GateMark = { stepId: string; x: number; y: number; before: Gate | null; after: Gate | null };

/** What is drawn over the layout of a union: everything that tells its two states apart. */
export type ComparisonLayout = {
  marks: readonly ComparedMark[];
  words: readonly TextMark[];
  moves: readonly MoveArrow[];
  gates: readonly GateMark[];
  curves: readonly ComparedCurve[];
  deltas: readonly EmotionDelta[];
};

/** Where everything that differs stands on the layout of the union. Only what is of the `kinds` is marked. */
export function layoutComparison(
  compared: ComparedStates,
  layout: MapLayout,
  options: Pick<LayoutOptions, 'measure' | 'labels'>,
  kinds: ReadonlySet<DifferenceKind>,
): ComparisonLayout {
  const curves = compareCurves(compared.before, layout, options);
  return {
    marks: boxMarks(compared, layout, kinds),
    words: kinds.has('changed') ? [...wordMarks(compared.union, layout, options)] : [],
    moves: kinds.has('moved') ? layoutMoves(compared, layout) : [],
    gates: gateMarks(compared, layout, kinds),
    ...curves,
  };
}

/** What of one of two states differs, on the layout of that state alone. `texts`: the words that only it has. */
export function layoutComparedSide(
  compared: ComparedStates,
  side: 'before' | 'after',
  texts: ReadonlyMap<string, readonly TextSpan[]>,
  layout: MapLayout,
  options: Pick<LayoutOptions, 'measure'>,
  kinds: ReadonlySet<DifferenceKind>,
): ComparisonLayout {
  const foreign = side === 'before' ? 'added' : 'removed';
  const groups = compared.groups.map((group) => ({ ...group, entries: group.entries.filter(({ kind }) => kind !== foreign) }));
  const map = compared[side];
  return {
    marks: boxMarks({ groups, union: { ghosts: new Map() } }, layout, kinds),
    words: kinds.has('changed') ? [...wordMarks({ map, texts }, layout, options)] : [],
    ...{ moves: [], gates: [], curves: [], deltas: [] },
  };
}

function* wordMarks(
  { map, texts }: Pick<UnionMap, 'map' | 'texts'>,
  layout: MapLayout,
  { measure }: Pick<LayoutOptions, 'measure'>,
): Generator<TextMark> {
  const spansOf = (collection: Collection | 'meta', id: string, field: string): readonly TextSpan[] =>
    texts.get(textKey(collection, id, field)) ?? [];
  if (texts.size === 0) return;
  const words = new Map<string, string>([
    ...map.stages.map(({ id, title }) => [`stages ${id}`, title] as const),
    ...map.steps.map(({ id, title }) => [`steps ${id}`, title] as const),
    ...map.lanes.map(({ id, title }) => [`lanes ${id}`, title] as const),
    ...map.cards.map(({ id, text }) => [`cards ${id}`, text] as const),
    ...map.touchpoints.map(({ id, name }) => [`touchpoints ${id}`, name] as const),
    ...map.transitions.map(({ id, label }) => [`transitions ${id}`, label] as const),
  ]);
  const of = function* (
    collection: Collection,
    field: string,
    items: readonly { id: string }[],
    block: (item: never) => TextBlock,
  ): Generator<TextMark> {
    for (const item of items) {
      const spans = spansOf(collection, item.id, field);
      if (spans.length === 0) continue;
      yield* markText(block(item as never), words.get(`${collection} ${item.id}`) ?? '', spans, measure);
    }
  };
  const title = (item: { title: TextBlock }): TextBlock => item.title;
  yield* of('stages', 'title', layout.stages, title);
  yield* of('steps', 'title', layout.steps, title);
  yield* of('lanes', 'title', layout.lanes, title);
  yield* of('cards', 'text', layout.cards, (item: { text: TextBlock }) => item.text);
  yield* of('touchpoints', 'name', layout.touchpoints, (item: { text: TextBlock }) => item.text);
  yield* of('transitions', 'label', layout.transitions, (item: { label: TextBlock }) => item.label);
  yield* markText(layout.title.title, map.meta.title, spansOf('meta', '', 'title'), measure);
  yield* markText(layout.title.scenario, map.meta.scenario, spansOf('meta', '', 'scenario'), measure);
}

function gateMarks({ groups, before, after }: ComparedStates, layout: MapLayout, kinds: ReadonlySet<DifferenceKind>): GateMark[] {
  const steps = new Map(layout.steps.map((step) => [step.id, step]));
  const gateOf = ({ moments }: typeof before, stepId: string): Gate | null =>
    moments.find((moment) => moment.stepId === stepId && moment.deletedAt === undefined)?.gate ?? null;
  return groups.flatMap(({ entries }) =>
    entries.flatMap(({ kind, difference: { collection, id } }): GateMark[] => {
      const step = steps.get(id);
      if (collection !== 'moments' || !kinds.has(kind) || !step) return [];
      const [was, is] = [gateOf(before, id), gateOf(after, id)];
      return was === is ? [] : [{ stepId: id, x: step.box.x + step.box.width - 24, y: step.box.y, before: was, after: is }];
    }),
  );
}
