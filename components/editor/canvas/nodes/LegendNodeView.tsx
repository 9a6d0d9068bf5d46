import type { NodeProps } from '@xyflow/react';
import { memo } from 'react';
import { cardKinds } from '@/lib/map/card';
import { evidenceLevels } from '@/lib/map/evidenceLevel';
import { cardSignSize, kindSigns } from '@/lib/map/layout/cardSigns';
import { legendSignRadius } from '@/lib/map/layout/legend';
import { gates } from '@/lib/map/moment';
import { LegendSwatch } from './LegendSwatch';
import type { LegendNode } from './mapNode';
import { EvidenceDisc, MomentSign } from './signs';
import { TextLines } from './TextLines';

/** What the signs on the map mean. */
export const LegendNodeView = memo(function LegendNodeView({ data: { legend } }: NodeProps<LegendNode>) {
  const { box } = legend;
  return (
    <div role="note" className="map-legend" style={{ width: box.width, height: box.height }}>
      <svg aria-hidden="true" width={box.width} height={box.height + 8} className="map-drawing">
        {legend.entries.map(({ kind, value, at }) => {
          const place = { x: at.x - box.x, y: at.y - box.y, radius: legendSignRadius - 1 };
          const level = evidenceLevels.find((candidate) => candidate === value);
          const gate = gates.find((candidate) => candidate === value);
          const card = cardKinds.find((candidate) => candidate === value);
          if (kind === 'cardKind' && card) {
            const corner = `translate(${place.x - cardSignSize / 2} ${place.y - cardSignSize / 2})`;
            return <path key={value} d={kindSigns[card] ?? ''} transform={corner} className="map-kind-sign" />;
          }
          if (kind === 'evidence' && level) return <EvidenceDisc key={value} level={level} {...place} />;
          if (kind === 'loss' || kind === 'assumed') return <LegendSwatch key={value} kind={kind} x={place.x} y={place.y} />;
          return kind === 'moment' && gate ? (
            <MomentSign key={value} gate={gate} {...place} radius={legendSignRadius + 1} />
          ) : null;
        })}
      </svg>
      {legend.entries.map(({ value, text }) => (
        <TextLines key={value} text={text} origin={box} colour="var(--ink-muted)" />
      ))}
      <span className="sr-only">
        {legend.entries.map(({ text }) => text.lines.map((line) => line.text).join(' ')).join(', ')}
      </span>
    </div>
  );
});
