'use client';

import { Copy, Ellipsis, FileImage, FileText, FolderInput, LayoutTemplate, Pencil, Share2, Trash2 } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'use-intl';
import { Badge } from '@/components/ui/Badge';
import { IconButton } from '@/components/ui/IconButton';
import { Menu, MenuItem, MenuSeparator } from '@/components/ui/Menu';

import { LastChange } from './LastChange';
import { MapPreview } from './MapPreview';
import type { MapSummary } from './mapSummary';
import { useExport } from './useExport';

type Props = {
  map: MapSummary;
  canShare: boolean;
  /** Whether the person may rename, copy and delete it. */
  canEdit: boolean;
  canMove: boolean;
  /** It is being copied: a moment in which it must not be done again. */
  busy: boolean;
  onShare: () => void;
  onRename: () => void;
  onDuplicate: () => void;
  onMove: () => void;
  onSaveTemplate: () => void;
  onDelete: () => void;
};

/** One map in the list. The whole tile opens it. */
export function MapTile(props: Props) {
  const { map, canShare, canEdit, canMove, busy, onShare, onRename, onDuplicate, onMove, onSaveTemplate, onDelete } = props;
  const t = useTranslations('workspace.maps');
  const verbs = useTranslations('lifecycle.maps');
  const templates = useTranslations('templates');
  const signOff = useTranslations('signOff');
  const counts = { signed: map.signOff?.signed ?? 0, asked: map.signOff?.asked ?? 0 };
  const startExport = useExport();
  const title = map.title || t('untitled');
  return (
    <li className="group relative flex flex-col overflow-hidden rounded-xl border border-line bg-surface shadow-card transition-shadow focus-within:shadow-float hover:shadow-float">
      <div className="border-line border-b bg-paper">
        <MapPreview map={map} />
      </div>
      <div className="flex flex-1 flex-col gap-1 px-4 pt-3 pb-4">
        <div className="flex items-start gap-2">
          <h2 className="min-w-0 flex-1 pt-1 font-semibold text-lg leading-snug">
            <Link
              href={`/maps/${map.id}`}
              className="line-clamp-2 text-ink no-underline after:absolute after:inset-0 after:rounded-xl focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:-outline-offset-2"
            >
              {title}
            </Link>
          </h2>
          <div className="relative z-10 -mr-2">
            <Menu
              align="end"
              trigger={<IconButton label={t('actionsFor', { title })} icon={<Ellipsis size={18} />} busy={busy} />}
            >
              {canShare ? (
                <MenuItem icon={<Share2 />} onSelect={onShare}>
                  {t('share')}
                </MenuItem>
              ) : null}
              <MenuItem icon={<FileText />} onSelect={() => startExport(map, 'pdf')}>
                {t('exportPdf')}
              </MenuItem>
              <MenuItem icon={<FileImage />} onSelect={() => startExport(map, 'png')}>
                {t('exportPng')}
              </MenuItem>
              {canEdit ? (
                <>
                  <MenuSeparator />
                  <MenuItem icon={<Pencil />} onSelect={onRename}>
                    {verbs('rename')}
                  </MenuItem>
                  <MenuItem icon={<Copy />} onSelect={onDuplicate}>
                    {verbs('duplicate')}
                  </MenuItem>
                  <MenuItem icon={<LayoutTemplate />} onSelect={onSaveTemplate}>
                    {templates('saveAs')}
                  </MenuItem>
                  {canMove ? (
                    <MenuItem icon={<FolderInput />} onSelect={onMove}>
                      {verbs('move')}
                    </MenuItem>
                  ) : null}
                  <MenuSeparator />
                  <MenuItem danger icon={<Trash2 />} onSelect={onDelete}>
                    {t('delete')}
                  </MenuItem>
                </>
              ) : null}
            </Menu>
          </div>
        </div>
        {map.persona ? <p className="line-clamp-1 text-ink-soft text-sm">{map.persona}</p> : null}
        <p className="text-ink-faint text-sm">{t('counts', { stages: map.stageCount, steps: map.stepCount })}</p>
        {map.momentCount > 0 ? (
          <p className="flex items-center gap-1.5 text-moment text-sm">
            <svg width="10" height="10" viewBox="0 0 10 10" className="shrink-0" aria-hidden="true">
              <path d="m5 0 5 5-5 5-5-5z" fill="currentColor" />
            </svg>
            {t('moments', { moments: map.momentCount })}
          </p>
        ) : null}
        <div className="mt-auto flex flex-wrap items-center justify-between gap-x-2 gap-y-1 pt-3">
          <span className="flex flex-wrap items-center gap-1.5">
            <Badge tone={map.kind === 'current' ? 'strong' : 'neutral'}>{t(map.kind)}</Badge>
            {map.signOff ? (
              <Badge tone={map.signOff.status === 'signed' ? 'success' : 'warning'}>
                {map.signOff.status === 'signed' ? signOff('badge.signed') : signOff('badge.open', counts)}
              </Badge>
            ) : null}
          </span>
          <p className="truncate text-ink-faint text-xs">
            <LastChange iso={map.updatedAt} />
          </p>
        </div>
      </div>
    </li>
  );
}
