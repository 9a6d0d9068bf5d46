'use client';

import { ChevronsUpDown } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'use-intl';
import { buttonClass } from '@/components/ui/buttonClass';
import { Menu, MenuChoice, MenuLabel } from '@/components/ui/Menu';

export type WorkspaceName = { id: string; name: string };

/** The workspace that is shown; a menu where there are several. */
export function WorkspaceSwitcher({ workspaces, currentId }: { workspaces: readonly WorkspaceName[]; currentId: string }) {
  const t = useTranslations('workspace.switcher');
  const router = useRouter();
  const current = workspaces.find((workspace) => workspace.id === currentId);
  if (!current) return null;
  if (workspaces.length === 1) return <span className="hidden truncate text-ink-soft text-sm sm:inline">{current.name}</span>;
  return (
    <Menu
      trigger={
        <button
          type="button"
          aria-label={t('label', { name: current.name })}
          className={buttonClass({ variant: 'ghost', className: 'min-w-0! max-w-56 shrink!' })}
        >
          <span className="truncate">{current.name}</span>
          <ChevronsUpDown size={14} aria-hidden="true" />
        </button>
      }
    >
      <MenuLabel>{t('title')}</MenuLabel>
      <MenuChoice
        label={t('title')}
        value={current.id}
        options={workspaces.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(id) => router.push(`/?workspace=${id}`)}
      />
    </Menu>
  );
}
