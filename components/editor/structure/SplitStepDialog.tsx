'use client';

import { type FormEvent, useId, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/Button';
import { Dialog } from '@/components/ui/Dialog';
import { TextField } from '@/components/ui/TextField';
import { splitStep } from '@/lib/document/operations/split';
import { cellKey } from '@/lib/map/arrange';
import { maxTextLength } from '@/lib/map/text';
import { useNotices } from '../canvas/useNotices';
import { useArrangedMap, useEditor } from '../session/EditorContext';
import { defaultSplit } from './defaultSplit';
import { takeBack } from './mergeThings';
import { SplitChoice } from './SplitChoice';

type Props = {
  stepId: string;
  /** A card or touchpoint with which the new step begins. */
  from: string | null;
  onClose: () => void;
};

/** Asks what of a step goes to a new one behind it, and says what stays with the first part. */
export function SplitStepDialog({ stepId, from, onClose }: Props) {
  const t = useTranslations('structure.split');
  const names = useTranslations('editor.inspector');
  const kinds = useTranslations('canvas.laneKind');
  const channels = useTranslations('canvas.channel');
  const common = useTranslations('common');
  const { doc, canWrite, selection, undo, navigation } = useEditor();
  const notify = useNotices();
  const formId = useId();
  const map = useArrangedMap();
  const step = map.steps.find(({ id }) => id === stepId);
  const [title, setTitle] = useState('');
  const [chosen, setChosen] = useState(() => (step ? defaultSplit(map, step, from) : new Set<string>()));
  // Somebody else has deleted it, or the right to write is gone: there is nothing to ask any more.
  if (!step || !canWrite) return null;

  const groups = [
    {
      key: 'touchpoints',
      name: names('touchpoints'),
      items: step.touchpoints.map(({ id, name, channel }) => ({
        id,
        text: name.trim() || (channels.has(channel as 'phone') ? channels(channel as 'phone') : channel),
      })),
    },
    ...map.lanes.map((lane) => ({
      key: lane.id,
      name: lane.title.trim() || kinds(lane.kind),
      items: (map.cells.get(cellKey(stepId, lane.id)) ?? []).map(({ id, text }) => ({
        id,
        text: text.trim() || names('cardEmpty'),
      })),
    })),
  ].filter(({ items }) => items.length > 0);
  const all = groups.flatMap(({ items }) => items.map(({ id }) => id));
  const going = all.filter((id) => chosen.has(id)).length;

  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    const ids = [...chosen];
    const id = splitStep(doc, { id: stepId, title, cardIds: ids, touchpointIds: ids });
    onClose();
    if (!id) return;
    undo.stopCapturing();
    selection.getState().select({ type: 'step', id });
    notify({
      type: 'split',
      what: 'step',
      name: String(step.number),
      undo: takeBack({ undo, notify, focusCanvas: navigation.focus }),
    });
  };

  return (
    <Dialog
      open
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      title={t('title', { number: step.number, title: step.title.trim() || names('stepUnnamed') })}
      description={t('rule')}
      footer={
        <>
          <Button onClick={onClose}>{common('cancel')}</Button>
          <Button type="submit" form={formId} variant="primary">
            {t('confirm')}
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={onSubmit} className="space-y-5">
        <TextField
          label={t('newTitle')}
          placeholder={names('stepTitleHint')}
          value={title}
          maxLength={maxTextLength}
          autoComplete="off"
          onChange={(event) => setTitle(event.target.value)}
        />
        {groups.length === 0 ? (
          <p className="text-ink-soft">{t('nothing')}</p>
        ) : (
          <fieldset>
            <legend className="font-semibold text-sm">{t('what')}</legend>
            <div className="mt-1 flex flex-wrap items-center gap-2">
              <p role="status" className="min-w-0 flex-1 text-ink-soft text-sm tabular-nums">
                {t('going', { count: going, total: all.length })}
              </p>
              <Button size="sm" variant="ghost" onClick={() => setChosen(new Set(all))}>
                {t('all')}
              </Button>
              <Button size="sm" variant="ghost" onClick={() => setChosen(new Set())}>
                {t('none')}
              </Button>
            </div>
            <div className="mt-2 divide-y divide-line border-line border-y">
              {groups.map(({ key, name, items }) => (
                <SplitChoice key={key} name={name} items={items} chosen={chosen} onChange={setChosen} />
              ))}
            </div>
          </fieldset>
        )}
      </form>
    </Dialog>
  );
}
