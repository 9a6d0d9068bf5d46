'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/Button';
import { Dialog, DialogClose } from '@/components/ui/Dialog';
import { SegmentedControl } from '@/components/ui/SegmentedControl';
import { useToast } from '@/components/ui/Toast';
import { useProblemSentence } from '@/components/workspace/useProblemSentence';
import type { FieldChange } from '@/lib/document/activity';
import { takeBack } from '@/lib/document/takeBack';
import { useEditor } from '../session/EditorContext';
import { fetchLastMinutes } from './activityPages';

const choices = ['5', '15', '60'] as const;

type Props = { actorId: string; name: string; onOpenChange: (open: boolean) => void; onDone: () => void };

/** Takes back what one person did in the last minutes. It is one step of one's own undo. */
export function TakeBackDialog({ actorId, name, onOpenChange, onDone }: Props) {
  const t = useTranslations('history');
  const common = useTranslations('common');
  const { session, doc, undo } = useEditor();
  const toast = useToast();
  const sentenceOf = useProblemSentence();
  const [minutes, setMinutes] = useState<(typeof choices)[number]>('5');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  const perform = async (): Promise<void> => {
    setBusy(true);
    setProblem(null);
    try {
      const entries = await fetchLastMinutes(session.mapId, actorId, Number(minutes));
      undo.stopCapturing();
      // What came over the line is judged again by whoever reads the map.
      const { taken, kept } = takeBack(doc, entries as FieldChange[]);
      undo.stopCapturing();
      toast({
        title: t('takenBack', { count: taken, name }),
        ...(kept > 0 ? { description: t('kept', { count: kept }) } : {}),
        ...(taken > 0 ? { action: { label: common('undo'), onClick: () => undo.undo() } } : {}),
      });
      onOpenChange(false);
      onDone();
    } catch (error) {
      setProblem(sentenceOf(error));
    }
    setBusy(false);
  };
  return (
    <Dialog
      open
      onOpenChange={onOpenChange}
      size="sm"
      title={t('takeBackTitle', { name })}
      description={t('takeBackText')}
      footer={
        <>
          <DialogClose>
            <Button>{common('cancel')}</Button>
          </DialogClose>
          <Button variant="danger" busy={busy} onClick={() => void perform()}>
            {t('takeBack')}
          </Button>
        </>
      }
    >
      <SegmentedControl
        label={t('howFar')}
        value={minutes}
        options={choices.map((value) => ({ value, label: t('minutes', { count: Number(value) }) }))}
        onChange={setMinutes}
        className="w-full"
      />
      {problem ? (
        <p role="alert" className="mt-3 text-danger text-sm">
          {problem}
        </p>
      ) : null}
    </Dialog>
  );
}
