'use client';

import { Trash2 } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/Button';
import { useToast } from '@/components/ui/Toast';
import { undoOnce } from '../commands/undoOnce';
import { useEditor } from '../session/EditorContext';

type Props = {
  label: string;
  /** What happens to what hangs on it. */
  hint?: string;
  onDelete: () => void;
};

/** Deletes at once, and offers to take it back: asking first would be in the way more often than it helps. */
export function DeleteButton({ label, hint, onDelete }: Props) {
  const t = useTranslations('editor.inspector');
  const notice = useTranslations('editor.canvas.notice');
  const common = useTranslations('common');
  const { canWrite, undo, selection } = useEditor();
  const toast = useToast();
  if (!canWrite) return null;
  return (
    <div className="border-line border-t px-4 py-4">
      <Button
        size="sm"
        variant="ghost"
        className="text-danger!"
        icon={<Trash2 size={14} aria-hidden="true" />}
        onClick={() => {
          onDelete();
          selection.getState().clear();
          undo.stopCapturing();
          const takeBack = undoOnce(undo, { onTooLate: () => toast({ title: notice('undoTooLate') }) });
          toast({ title: t('deleted'), action: { label: common('undo'), onClick: takeBack } });
        }}
      >
        {label}
      </Button>
      {hint ? <p className="mt-1 text-ink-faint text-xs">{hint}</p> : null}
    </div>
  );
}
