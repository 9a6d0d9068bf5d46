import { cardKinds } from '@/lib/map/card';
import { evidenceLevels } from '@/lib/map/evidenceLevel';
import { cardSignSize } from '@/lib/map/layout/cardSigns';
import { legendSignRadius } from '@/lib/map/layout/legend';
import { gates } from '@/lib/map/moment';
import { drawAssumedBox } from './assumed';
import { drawSign } from './cardParts';
import type { SceneContext } from './context';
import { drawEvidenceDisc, drawMomentSign } from './headers';

/** What the signs mean, under a line. */
export function drawLegend(context: SceneContext): void {
  const { layout, pen, colour } = context;
  const { legend } = layout;
  const y = legend.box.y - 20;
  pen.line({ x: legend.box.x, y }, { x: legend.box.x + legend.box.width, y }, { stroke: colour('line'), strokeWidth: 1 });
  for (const { kind, value, at, text } of legend.entries) {
    const level = evidenceLevels.find((known) => known === value);
    const card = cardKinds.find((known) => known === value);
    const gate = gates.find((known) => known === value);
    if (kind === 'evidence' && level) drawEvidenceDisc(context, at, legendSignRadius - 1, level);
    if (kind === 'cardKind' && card) drawSign(context, card, { x: at.x - cardSignSize / 2, y: at.y - cardSignSize / 2 });
    if (kind === 'moment' && gate) drawMomentSign(context, at, legendSignRadius + 1, gate, context.ground);
    const swatch = {
      x: at.x - legendSignRadius,
      y: at.y - legendSignRadius,
      width: 2 * legendSignRadius,
      height: 2 * legendSignRadius,
    };
    if (kind === 'loss') {
      pen.box(swatch, { fill: colour('momentTint'), radius: 3 });
      pen.hatch(swatch, colour('lost'));
    }
    if (kind === 'assumed') drawAssumedBox(context, swatch, colour('surface'), 3);
    pen.text(text, colour('inkMuted'));
  }
}
