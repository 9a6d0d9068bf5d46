'use client';

import { Ellipsis, FileUp, Pencil, Trash2 } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'use-intl';
import { IconButton } from '@/components/ui/IconButton';
import { Menu, MenuItem, MenuSeparator } from '@/components/ui/Menu';
import { pathOfSource, type Source } from './source';

type Props = { source: Source; onEdit: () => void; onDelete: () => void };

/** What can be done with a source. */
export function SourceMenu({ source, onEdit, onDelete }: Props) {
  const t = useTranslations('evidencePages.source');
  const router = useRouter();
  return (
    <Menu align="end" trigger={<IconButton label={t('actionsFor', { name: source.name })} icon={<Ellipsis size={18} />} />}>
      <MenuItem icon={<FileUp />} onSelect={() => router.push(`${pathOfSource(source)}/import`)}>
        {t('import')}
      </MenuItem>
      <MenuItem icon={<Pencil />} onSelect={onEdit}>
        {t('edit')}
      </MenuItem>
      <MenuSeparator />
      <MenuItem danger icon={<Trash2 />} onSelect={onDelete}>
        {t('delete')}
      </MenuItem>
    </Menu>
  );
}
