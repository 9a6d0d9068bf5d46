'use client';

import { Plus } from 'lucide-react';
import { useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/Button';
import { addReason } from '@/lib/document/operations/reasons';
import type { ComparedEntry } from '@/lib/map/compare/comparedEntry';
import type { Reason } from '@/lib/map/reason';
import { useEditor } from '../session/EditorContext';
import type { Answerable } from './listAnswerable';
import { ReasonItems } from './ReasonItems';

type Props = {
  entry: ComparedEntry;
  reasons: readonly Reason[];
  /** What the difference is called. */
  what: string;
  answerable: Answerable;
};

/** Why something differs from the baseline: what people said, and the way to say something. */
export function ReasonList({ entry: { difference, stepId }, reasons, what, answerable }: Props) {
  const t = useTranslations('future.reason');
  const { doc, canWrite } = useEditor();
  const [fresh, setFresh] = useState<string | null>(null);
  const add = useRef<HTMLButtonElement>(null);
  const { collection, id } = difference;
  if (collection === 'reasons' || (reasons.length === 0 && !canWrite)) return null;
  return (
    <div className="space-y-2 pr-2 pb-2 pl-10 max-sm:pl-2">
      <ReasonItems {...{ reasons, what, stepId, answerable, fresh }} behind={() => add.current} />
      {canWrite ? (
        <Button
          ref={add}
          size="sm"
          variant="ghost"
          icon={<Plus size={14} aria-hidden="true" />}
          aria-label={t('addOne', { what })}
          onClick={() => setFresh(addReason(doc, { about: { collection, id } }))}
        >
          {t(reasons.length === 0 ? 'add' : 'addAnother')}
        </Button>
      ) : null}
    </div>
  );
}
