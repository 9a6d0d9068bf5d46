'use client';

import { ArrowDown, ArrowUp, Plus, Trash2 } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/Button';
import { IconButton } from '@/components/ui/IconButton';
import { addTouchpoint, deleteTouchpoint, moveTouchpoint, updateTouchpoint } from '@/lib/document/operations/touchpoints';
import type { ArrangedStep } from '@/lib/map/arrange';
import type { Touchpoint } from '@/lib/map/touchpoint';
import { useEditor } from '../session/EditorContext';
import { ChannelChoice } from './ChannelChoice';
import { PlainTextField } from './PlainTextField';
import { Section } from './Section';

/** Where customer and company meet at the step, in order. */
export function StepTouchpoints({ step }: { step: ArrangedStep }) {
  const t = useTranslations('editor.inspector');
  const { doc, canWrite } = useEditor();
  const { touchpoints } = step;
  return (
    <Section title={t('touchpoints')}>
      {touchpoints.length === 0 ? <p className="text-ink-faint text-sm">{t('touchpointsEmpty')}</p> : null}
      <ol className="space-y-2">
        {touchpoints.map((touchpoint, index) => (
          <TouchpointRow
            key={touchpoint.id}
            touchpoint={touchpoint}
            before={touchpoints[index - 1]?.id ?? null}
            after={touchpoints[index + 1]?.id ?? null}
          />
        ))}
      </ol>
      {canWrite ? (
        <Button
          size="sm"
          icon={<Plus size={14} aria-hidden="true" />}
          onClick={() => addTouchpoint(doc, { at: { stepId: step.id }, channel: touchpoints.at(-1)?.channel ?? 'phone' })}
        >
          {t('touchpointAdd')}
        </Button>
      ) : null}
    </Section>
  );
}

type RowProps = { touchpoint: Touchpoint; before: string | null; after: string | null };

function TouchpointRow({ touchpoint, before, after }: RowProps) {
  const t = useTranslations('editor.inspector');
  const channels = useTranslations('canvas.channel');
  const { doc, canWrite } = useEditor();
  const { id, name, channel } = touchpoint;
  const label = name || (channels.has(channel as 'phone') ? channels(channel as 'phone') : channel);
  return (
    <li className="rounded-md border border-line p-2">
      <div className="flex items-center gap-1">
        <ChannelChoice channel={channel} disabled={!canWrite} onChange={(next) => updateTouchpoint(doc, { id, channel: next })} />
        {canWrite ? (
          <span className="flex">
            <IconButton
              size="sm"
              label={t('moveUp', { name: label })}
              icon={<ArrowUp size={14} />}
              disabled={before === null}
              onClick={() => before && moveTouchpoint(doc, { id, to: { before } })}
            />
            <IconButton
              size="sm"
              label={t('moveDown', { name: label })}
              icon={<ArrowDown size={14} />}
              disabled={after === null}
              onClick={() => after && moveTouchpoint(doc, { id, to: { after } })}
            />
            <IconButton
              size="sm"
              label={t('remove', { name: label })}
              icon={<Trash2 size={14} />}
              onClick={() => deleteTouchpoint(doc, { id })}
            />
          </span>
        ) : null}
      </div>
      <div className="mt-1.5">
        <PlainTextField
          label={t('touchpointName')}
          labelHidden
          placeholder={t('touchpointNameHint')}
          value={name}
          maxLength={200}
          disabled={!canWrite}
          onChange={(next) => updateTouchpoint(doc, { id, name: next })}
        />
      </div>
    </li>
  );
}
