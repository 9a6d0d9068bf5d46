'use client';

import { Paperclip } from 'lucide-react';
import { useTranslations } from 'use-intl';
import type { EntryFile } from './entry';

type Props = { sourceId: string; entryId: string; files: readonly EntryFile[] };

/** The path of a file of an entry. */
export const pathOfFile = (sourceId: string, entryId: string, fileId: string): string =>
  `/api/v1/sources/${sourceId}/entries/${entryId}/files/${fileId}`;

/** The pictures and files of an entry: pictures small, each leading to the whole one. */
export function EntryFileList({ sourceId, entryId, files }: Props) {
  const t = useTranslations('evidencePages.entries');
  if (files.length === 0) return null;
  return (
    <ul aria-label={t('files')} className="flex flex-wrap gap-3">
      {files.map(({ id, name, width, height }) => {
        const path = pathOfFile(sourceId, entryId, id);
        return (
          <li key={id}>
            {width === null || height === null ? (
              <a href={path} download className="inline-flex max-w-72 items-center gap-1.5 text-sm">
                <Paperclip size={14} aria-hidden="true" className="shrink-0" />
                <span className="truncate">{name}</span>
              </a>
            ) : (
              <a href={path} target="_blank" rel="noreferrer" className="block">
                {/* biome-ignore lint/performance/noImgElement: made small by the server, and nothing of it may be kept elsewhere */}
                <img
                  src={`${path}?version=small`}
                  alt={name}
                  width={width}
                  height={height}
                  loading="lazy"
                  className="h-24 w-auto max-w-full rounded-md border border-line object-cover"
                />
              </a>
            )}
          </li>
        );
      })}
    </ul>
  );
}
