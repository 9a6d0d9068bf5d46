'use client';

import { Link2 } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/Button';
import { evidenceKey, type LinkFilter } from '@/lib/map/evidenceLink';
import { targetKey } from '@/lib/map/listLinks';
import { useEditor } from '../session/EditorContext';
import { useLinking } from './useLinking';
import { useLinks } from './useLinks';
import { useTarget } from './useTarget';

/** Links the part of a source that is looked at to what is selected. */
export function LinkPart({ sourceId, filter }: { sourceId: string; filter: LinkFilter }) {
  const t = useTranslations('evidence');
  const { canWrite } = useEditor();
  const target = useTarget();
  const { link } = useLinking();
  const isPart = Object.keys(filter).length > 0;
  const what = { sourceId, ...(isPart ? { filter } : {}) };
  const isLinked = useLinks((links) =>
    links.some((known) => target && targetKey(known.target) === targetKey(target) && evidenceKey(known) === evidenceKey(what)),
  );
  if (!canWrite) return null;
  return (
    <Button
      variant="primary"
      size="sm"
      className="w-full"
      icon={<Link2 size={16} aria-hidden="true" />}
      disabled={!target || isLinked}
      onClick={() => target && link(target, what)}
    >
      {t(isLinked ? 'isLinked' : isPart ? 'linkPart' : 'linkAll')}
    </Button>
  );
}
