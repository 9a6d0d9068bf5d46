import { toWordPieces } from '@/lib/document/wordDiff';
import { compareEvidence, withChangesSince } from '@/lib/evidence/compareEvidence';
import { stepsLinkedOtherwise } from '@/lib/evidence/linkedOtherwise';
import { messagesOf, translatorOf } from '@/lib/i18n/translator';
import { type ArrangedMap, arrange } from '@/lib/map/arrange';
import { emphasiseDifferences } from '@/lib/map/compare/comparedEmphasis';
import { type ComparedStates, compareStates } from '@/lib/map/compare/compareStates';
import { matchMaps, type ToMatch } from '@/lib/map/compare/matching/matchMaps';
import { withMatchedSteps } from '@/lib/map/compare/matching/withMatchedSteps';
import type { DifferenceKind } from '@/lib/map/diff/mapDiff';
import type { Emphasis } from '@/lib/map/emphasis';
import type { JourneyMap } from '@/lib/map/journeyMap';
import { signRadius } from '@/lib/map/layout/compare/comparedMarks';
import { type ComparisonLayout, layoutComparison } from '@/lib/map/layout/compare/layoutComparison';
import { measureText } from '@/lib/map/layout/fontMetrics';
import { grid } from '@/lib/map/layout/grid';
import { placeText } from '@/lib/map/layout/textBlock';
import { textStyles } from '@/lib/map/layout/textStyles';
import type { LayoutLabels, MapLayout } from '@/lib/map/layout/types';
import type { MapEvidence } from '@/lib/map/mapEvidence';
import { makeDiffSentences } from '@/lib/versions/diffSentence';
import type { ExportRequest } from '../exportRequest';
import type { ComparisonKey } from '../scene/comparison';
import { figureSentence } from './figureSentence';
import type { Summary } from './summaryPages';

/** A state that another one is compared with, and what both are called. */
export type ComparedWith = {
  before: JourneyMap;
  evidence: MapEvidence | null;
  from: string;
  to: string;
  how: ToMatch;
};

/** What of a comparison is drawn before its layout is known. */
export type ComparedPicture = {
  states: ComparedStates;
  map: ArrangedMap;
  evidence: MapEvidence | null;
  emphasis: Emphasis;
  caption: string;
  summary: Summary;
};

const kinds = ['added', 'removed', 'changed', 'moved'] as const satisfies readonly DifferenceKind[];
const allKinds: ReadonlySet<DifferenceKind> = new Set(kinds);

/** What a picture of two states shows, and what is said of them in sentences. `evidence`: of the later one, as far as it is shown. */
export function comparePicture(
  { map, locale }: Pick<ExportRequest, 'map' | 'locale'>,
  { before, evidence: said, from, to, how }: ComparedWith,
  evidence: MapEvidence | null,
  labels: LayoutLabels,
): ComparedPicture {
  const matched = matchMaps(before, map, how);
  const states = compareStates(matched.map, map, toWordPieces);
  const arranged = arrange(states.union.map);
  const steps = new Map(arranged.steps.map((step) => [step.id, step]));
  const ids = [...steps.keys()];
  const figures =
    evidence === null && said === null
      ? []
      : compareEvidence(withMatchedSteps(said, matched, ids), evidence, ids, stepsLinkedOtherwise(matched.map, map));
  const t = translatorOf(locale, 'comparing');
  const toSentence = makeDiffSentences(locale, messagesOf(locale));
  const caption = t('heading', { from, to });
  const sentences = states.summary.map(toSentence);
  const summary: Summary = {
    title: map.meta.title.trim() || labels.untitledMap,
    heading: caption,
    counts: kinds.map((kind) => ({ kind, text: t('count', { kind: t(`kinds.${kind}`), count: String(states.counts[kind]) }) })),
    sections: [
      { title: t('summary'), sentences: sentences.length > 0 ? sentences : [t('nothing')] },
      ...(figures.length > 0
        ? [
            {
              title: t('figures'),
              sentences: [
                ...figures.map((one) => figureSentence(one, steps.get(one.stepId), labels.figures, t)),
                ...(figures.some(({ otherLinks }) => otherLinks) ? [t('otherLinks')] : []),
              ],
            },
          ]
        : []),
    ],
  };
  const emphasis = emphasiseDifferences(states, allKinds);
  return { states, map: arranged, evidence: withChangesSince(evidence, figures), emphasis, caption, summary };
}

/** Room between signs and words of the key, between its entries, and how far from the upper edge it stands. */
const key = { word: 6, entry: 20, top: 12 };

/** What the signs mean, in the margin over the map: a picture has no list beside it. */
export function layoutKey({ width }: MapLayout, locale: ExportRequest['locale']): ComparisonKey[] {
  const t = translatorOf(locale, 'comparing');
  let x = width - grid.margin;
  return kinds.toReversed().map((kind) => {
    const text = t(`kinds.${kind}`);
    const length = measureText(text, 'axis');
    const block = placeText([{ text, width: length }], 'axis', { x: x - length, y: key.top });
    const at = { x: x - length - key.word - signRadius, y: key.top + textStyles.axis.lineHeight / 2 };
    x = at.x - signRadius - key.entry;
    return { sign: kind, at, text: block };
  });
}

/** What is drawn over the picture's layout. */
export const comparisonOf = ({ states }: ComparedPicture, layout: MapLayout, labels: LayoutLabels): ComparisonLayout =>
  layoutComparison(states, layout, { measure: measureText, labels }, allKinds);
