'use client';

import { Ellipsis, ListChecks, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { ConfirmDialog } from '@/components/ui/ConfirmDialog';
import { IconButton } from '@/components/ui/IconButton';
import { Menu, MenuItem, MenuSeparator } from '@/components/ui/Menu';
import type { AgendaTemplate } from '@/lib/workshop/agendaTemplates';
import { useWorkshopWork } from '../useWorkshopWork';
import { useTemplates } from './useTemplates';

/** What is done with the whole agenda: another one in its place, or none. Asks before. */
export function AgendaMenu() {
  const t = useTranslations('workshop.agenda');
  const templates = useTemplates();
  const { busyType, act } = useWorkshopWork();
  const [asked, setAsked] = useState<AgendaTemplate | 'none' | null>(null);
  const title = asked === 'none' ? t('clearTitle') : asked ? t('replaceTitle', { name: t(`template.${asked.id}`) }) : '';
  return (
    <>
      <Menu align="end" trigger={<IconButton label={t('more')} icon={<Ellipsis size={18} />} />}>
        {templates.map((template) => (
          <MenuItem key={template.id} icon={<ListChecks />} onSelect={() => setAsked(template)}>
            {t('replace', { name: t(`template.${template.id}`) })}
          </MenuItem>
        ))}
        <MenuSeparator />
        <MenuItem icon={<Trash2 />} onSelect={() => setAsked('none')}>
          {t('clear')}
        </MenuItem>
      </Menu>
      <ConfirmDialog
        open={asked !== null}
        onOpenChange={(open) => {
          if (!open) setAsked(null);
        }}
        title={title}
        description={t('replaceText')}
        confirmLabel={t(asked === 'none' ? 'clear' : 'replaceConfirm')}
        danger
        busy={busyType === 'agenda.set'}
        onConfirm={async () => {
          const items = asked === 'none' || asked === null ? [] : [...asked.items];
          if (await act({ type: 'agenda.set', items })) setAsked(null);
        }}
      />
    </>
  );
}
