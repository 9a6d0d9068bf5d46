import type { ArrangedMap } from '../arrange';
import { type Card, cardKinds } from '../card';
import { evidenceLevels } from '../evidenceLevel';
import { tallyEvidence } from '../evidenceTally';
import { gates } from '../moment';
import { findLoss } from '../momentTally';
import { kindSigns } from './cardSigns';
import { type Columns, grid } from './grid';
import { lostFrom } from './loss';
import { placeText } from './textBlock';
import { textStyles } from './textStyles';
import type { LayoutOptions, LegendLayout } from './types';
import { wrapOf } from './wrap';

/** Radius of a legend's signs, and the distances around them. */
export const legendSignRadius = 8;
const textGap = 8;
const entryGap = 28;
const rowHeight = 28;

function assumedText(map: ArrangedMap, labels: LayoutOptions['labels']): string {
  const { steps, cards, stepCount, cardCount } = tallyEvidence(map);
  return labels.onlyAssumed({ steps: steps.assumed, stepCount, cards: cards.assumed, cardCount });
}

/** What the signs on the map mean: evidence levels, the all-or-nothing moment where there is one, and the kinds of cards that are on it. */
export function layoutLegend(map: ArrangedMap, columns: Columns, options: LayoutOptions, top: number): LegendLayout {
  const { labels, measure } = options;
  const wrap = wrapOf(measure);
  const hasMoments = map.steps.some((step) => step.moment);
  const isLost = lostFrom(findLoss(map), columns) !== null;
  const used = new Set<Card['kind']>();
  for (const cards of map.cells.values()) for (const card of cards) used.add(card.kind);
  const kinds = cardKinds.filter((kind) => kindSigns[kind] !== null && used.has(kind));
  const wanted: { kind: LegendLayout['entries'][number]['kind']; value: string; text: string }[] = [
    ...evidenceLevels.map((level) => ({ kind: 'evidence' as const, value: level, text: labels.evidence[level] })),
    ...(hasMoments
      ? gates.map((gate, index) => ({
          kind: 'moment' as const,
          value: gate,
          text: index === 0 ? `${labels.moment}: ${labels.gate[gate]}` : labels.gate[gate],
        }))
      : []),
    ...(isLost ? [{ kind: 'loss' as const, value: 'loss', text: labels.lossLegend }] : []),
    ...kinds.map((kind) => ({ kind: 'cardKind' as const, value: kind, text: labels.cardKind[kind] })),
    ...(options.evidenceView ? [{ kind: 'assumed' as const, value: 'onlyAssumed', text: assumedText(map, labels) }] : []),
  ];
  const left = grid.margin;
  const signWidth = 2 * legendSignRadius + textGap;
  const lineHeight = textStyles.caption.lineHeight;
  let [x, y]: [number, number] = [left, top];
  const entries = wanted.map(({ kind, value, text }): LegendLayout['entries'][number] => {
    const lines = wrap(text, 'caption', columns.right - left - signWidth);
    const width = signWidth + Math.max(0, ...lines.map((line) => line.width));
    // Moments, kinds of cards and what is only assumed start a new group with a wider gap.
    const isFirstKind = kind === 'cardKind' && value === kinds[0];
    const isNewGroup = (kind === 'moment' && value === gates[0]) || isFirstKind || kind === 'assumed';
    if (isNewGroup && x > left) x += entryGap;
    if (x > left && x + width > columns.right) [x, y] = [left, y + rowHeight];
    const at = { x: x + legendSignRadius, y: y + lineHeight / 2 };
    const block = placeText(lines, 'caption', { x: x + signWidth, y });
    x += width + entryGap;
    y += (lines.length - 1) * lineHeight;
    return { kind, value, at, text: block };
  });
  return { box: { x: left, y: top, width: columns.right - left, height: y + lineHeight - top }, entries };
}
