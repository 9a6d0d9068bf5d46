import { tallySignRadius } from '@/lib/map/layout/momentTally';
import type { TitleLayout } from '@/lib/map/layout/types';
import { MomentSign } from './signs';
import { TextLines } from './TextLines';

/** How many all-or-nothing moments the map has and how they stand: a line of the title block. */
export function MomentTally({ title: { box, moments } }: { title: TitleLayout }) {
  if (!moments) return null;
  const blocks = [moments.lead, ...moments.entries.map(({ text }) => text)];
  const words = blocks.map(({ lines }) => lines.map(({ text }) => text).join(' '));
  return (
    <div>
      <svg aria-hidden="true" width={box.width} height={box.height} className="map-drawing">
        {moments.entries.map(({ gate, at }) => (
          <MomentSign key={gate} gate={gate} x={at.x - box.x} y={at.y - box.y} radius={tallySignRadius} />
        ))}
      </svg>
      <TextLines text={moments.lead} origin={box} />
      {moments.entries.map(({ gate, text }) => (
        <TextLines key={gate} text={text} origin={box} colour="var(--ink-soft)" />
      ))}
      <span className="sr-only">{[words[0], words.slice(1).join(', ')].join(' ')}</span>
    </div>
  );
}
