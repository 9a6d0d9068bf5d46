import type { NodeProps } from '@xyflow/react';
import { memo } from 'react';
import { useTranslations } from 'use-intl';
import { transitionPaints } from '@/lib/export/scene/transitions';
import { arrowHead } from '@/lib/map/layout/arrowHead';
import { transitionTextBox } from '../geometry/editorSpec';
import { mapColour } from '../mapColour';
import type { TransitionNode } from './mapNode';
import { TextLines } from './TextLines';
import { useMapItem } from './useMapItem';

/** A way between steps: an arc or an exit, with its words. The node stands at the map's corner; only the words take the focus. */
export const TransitionNodeView = memo(function TransitionNodeView({
  data: { transition, from, to },
}: NodeProps<TransitionNode>) {
  const t = useTranslations('editor.canvas');
  const kinds = useTranslations('canvas.transition');
  const reference = { type: 'transition', id: transition.id } as const;
  const item = useMapItem(reference);
  // The frame goes with the open text, which is wider than few words or none.
  const box = item.editing ? transitionTextBox(transition) : transition.labelBox;
  const paint = transitionPaints[transition.kind];
  const ink = mapColour(paint.colour);
  const words = transition.label.lines.map((line) => line.text).join(' ');
  return (
    <>
      <svg aria-hidden="true" width={1} height={1} className="map-drawing" data-selected={item.selected} data-faded={item.faded}>
        {item.selected ? (
          <path d={transition.path} fill="none" stroke="var(--focus)" strokeOpacity={0.3} strokeWidth={8} />
        ) : null}
        <path
          d={transition.path}
          fill="none"
          stroke={ink}
          strokeWidth={1.75}
          strokeDasharray={paint.dash?.join(' ')}
          strokeLinecap="round"
        />
        <path d={arrowHead(transition.arrow)} fill={ink} />
      </svg>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is a part of a form, a transition is not. */}
      <div
        {...item.props}
        role="group"
        aria-roledescription={t('transition')}
        aria-label={t(to === null ? 'exitName' : to === from ? 'loopName' : 'transitionName', {
          kind: kinds(transition.kind),
          words,
          from,
          to: to ?? 0,
        })}
        className="map-item map-transition"
        style={{ left: box.x, top: box.y, width: box.width, height: box.height }}
      >
        {item.editing ? null : <TextLines text={transition.label} origin={box} colour={ink} />}
      </div>
    </>
  );
});
