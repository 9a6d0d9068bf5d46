import type { ArrangedMap } from '../arrange';
import { tallyMoments, tallyOrder } from '../momentTally';
import { placeText } from './textBlock';
import { textStyles } from './textStyles';
import type { LayoutOptions, TitleLayout } from './types';

/** Radius of the signs in the title block. */
export const tallySignRadius = 9;
const signGap = 6;
const entryGap = 20;
const topGap = 4;
/** Height that the line takes in the title block. */
export const momentTallyHeight = topGap + textStyles.subtitle.lineHeight;

/** “3 all-or-nothing moments: 1 failed, 1 held, 1 open”, each with its sign, on one line; null when there are none. */
export function layoutMomentTally(
  map: Pick<ArrangedMap, 'steps'>,
  { labels, measure }: Pick<LayoutOptions, 'labels' | 'measure'>,
  at: { x: number; y: number; width: number },
): TitleLayout['moments'] {
  const { count, byGate } = tallyMoments(map);
  if (count === 0) return null;
  const y = at.y + topGap;
  const write = (text: string, style: 'subtitle' | 'subtitleStrong', x: number) =>
    placeText([{ text, width: measure(text, style) }], style, { x, y });
  const leadText = labels.momentCount(count);
  const lead = write(leadText, 'subtitleStrong', at.x);
  let x = at.x + measure(leadText, 'subtitleStrong') + signGap + 4;
  const entries = tallyOrder.flatMap((gate) => {
    if (byGate[gate] === 0) return [];
    const centre = { x: x + tallySignRadius, y: y + textStyles.subtitle.lineHeight / 2 };
    const text = write(labels.gateCount(gate, byGate[gate]), 'subtitle', x + 2 * tallySignRadius + signGap);
    x = (text.lines[0]?.x ?? x) + (text.lines[0]?.width ?? 0) + entryGap;
    return [{ gate, at: centre, text }];
  });
  return { lead, entries };
}
