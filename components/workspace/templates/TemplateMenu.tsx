'use client';

import { Ellipsis, Pencil, Trash2 } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { IconButton } from '@/components/ui/IconButton';
import { Menu, MenuItem, MenuSeparator } from '@/components/ui/Menu';

type Props = { name: string; isChosen: boolean; onEdit: () => void; onDelete: () => void };

/** What can be done with a template of the workspace. By Tab one comes to that of the chosen one, and not through all of them. */
export function TemplateMenu({ name, isChosen, onEdit, onDelete }: Props) {
  const t = useTranslations('templates');
  return (
    <Menu
      align="end"
      trigger={
        <IconButton
          label={t('actionsFor', { name })}
          icon={<Ellipsis size={18} />}
          tabIndex={isChosen ? 0 : -1}
          className="bg-surface"
        />
      }
    >
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
