import type { NodeProps } from '@xyflow/react';
import { memo } from 'react';
import { useTranslations } from 'use-intl';
import type { TextBlock, TitleLayout } from '@/lib/map/layout/types';
import { MomentTally } from './MomentTally';
import type { TitleNode } from './mapNode';
import { TextLines } from './TextLines';
import { useMapItem } from './useMapItem';

type Field = keyof TitleLayout['fields'];

const inks: Record<Field, string> = {
  title: 'var(--ink)',
  persona: 'var(--ink)',
  scenario: 'var(--ink-soft)',
  goal: 'var(--ink-muted)',
};

function MetaField({ field, title, text }: { field: Field; title: TitleLayout; text: TextBlock }) {
  const t = useTranslations('editor.canvas');
  const reference = { type: 'meta', field } as const;
  const item = useMapItem(reference);
  const box = title.fields[field];
  const ink = inks[field];
  const empty = title.empty[field];
  const words = text.lines.map((line) => line.text).join(' ');
  if (box.height === 0) return null;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is a part of a form, this is not.
    <div
      {...item.props}
      role="group"
      aria-label={t(`meta.${field}`, { words: empty ? t('notFilled') : words })}
      className="map-item map-meta"
      style={{ left: box.x - title.box.x, top: box.y - title.box.y, width: box.width, height: box.height }}
    >
      {item.editing ? null : <TextLines text={text} origin={box} colour={empty ? 'var(--ink-muted)' : ink} />}
    </div>
  );
}

/** The title block: title and whether it is the current or future state, persona, scenario, goal, and the caption at the right. */
export const TitleNodeView = memo(function TitleNodeView({ data: { title, kind } }: NodeProps<TitleNode>) {
  const { box, badge } = title;
  return (
    <div style={{ position: 'relative', width: box.width, height: box.height }}>
      <MetaField field="title" title={title} text={title.title} />
      <div
        className="map-badge"
        data-kind={kind}
        style={{ left: badge.box.x - box.x, top: badge.box.y - box.y, width: badge.box.width, height: badge.box.height }}
      >
        <TextLines text={badge.text} origin={badge.box} colour="var(--ink-inverse)" />
      </div>
      <MetaField field="persona" title={title} text={title.persona} />
      <MetaField field="scenario" title={title} text={title.scenario} />
      <MetaField field="goal" title={title} text={title.goal} />
      <MomentTally title={title} />
      <TextLines text={title.caption} origin={box} colour="var(--ink-muted)" />
    </div>
  );
});
