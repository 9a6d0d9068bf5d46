'use client';

import { ChevronDown } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Badge } from '@/components/ui/Badge';
import { Menu, MenuChoice } from '@/components/ui/Menu';
import { setMapKind } from '@/lib/document/operations/meta';
import { mapKinds } from '@/lib/map/meta';
import { useEditor, useMapPart } from '../session/EditorContext';

/** Whether the map shows the current or a future state; press it to change that. */
export function KindBadge() {
  const t = useTranslations('editor.topbar');
  const kinds = useTranslations('canvas.mapKind');
  const { doc, canWrite } = useEditor();
  const kind = useMapPart(({ meta }) => meta.kind);
  if (!canWrite) return <Badge tone="strong">{kinds(kind)}</Badge>;
  return (
    <Menu
      trigger={
        <button type="button" aria-label={t('kindLabel', { kind: kinds(kind) })} className="rounded-full">
          <Badge tone="strong">
            {kinds(kind)}
            <ChevronDown size={12} aria-hidden="true" />
          </Badge>
        </button>
      }
    >
      <MenuChoice
        label={t('kind')}
        value={kind}
        options={mapKinds.map((value) => ({ value, label: kinds(value) }))}
        onChange={(value) => setMapKind(doc, { kind: value })}
      />
    </Menu>
  );
}
