'use client';

import { ChevronsUpDown, Layers, MessageSquareQuote, ScrollText, Settings, Trash2, UsersRound } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'use-intl';
import { buttonClass } from '@/components/ui/buttonClass';
import { Menu, MenuChoice, MenuItem, MenuLabel, MenuSeparator } from '@/components/ui/Menu';
import { roleSchema, type Standing } from '@/lib/access/standing';
import { canDeleteWorkspace, canReadAudit, canReadBin } from '@/lib/access/workspace';

export type WorkspaceName = { id: string; name: string; role: string };

function standingIn({ role }: WorkspaceName): Standing | null {
  const known = roleSchema.safeParse(role);
  return known.success ? { kind: 'member', role: known.data } : null;
}

/** The workspace that is shown: the way to others, and to what belongs to this one. */
export function WorkspaceSwitcher({ workspaces, currentId }: { workspaces: readonly WorkspaceName[]; currentId: string }) {
  const t = useTranslations('lifecycle.switcher');
  const switcher = useTranslations('workspace.switcher');
  const router = useRouter();
  const current = workspaces.find((workspace) => workspace.id === currentId);
  if (!current) return null;
  const standing = standingIn(current);
  const base = `/workspace/${current.id}`;
  return (
    <Menu
      trigger={
        <button
          type="button"
          aria-label={switcher('label', { name: current.name })}
          className={buttonClass({ variant: 'ghost', className: 'min-w-0! max-w-112 shrink! max-sm:-ml-1 max-sm:px-2!' })}
        >
          <span className="truncate">{current.name}</span>
          <ChevronsUpDown size={14} aria-hidden="true" />
        </button>
      }
    >
      {workspaces.length > 1 ? (
        <>
          <MenuLabel>{t('title')}</MenuLabel>
          <MenuChoice
            label={t('title')}
            value={current.id}
            options={workspaces.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={(id) => router.push(`/?workspace=${id}`)}
          />
          <MenuSeparator />
        </>
      ) : null}
      <MenuItem icon={<MessageSquareQuote />} onSelect={() => router.push(`${base}/evidence`)}>
        {t('evidence')}
      </MenuItem>
      <MenuItem icon={<UsersRound />} onSelect={() => router.push(`${base}/members`)}>
        {t('members')}
      </MenuItem>
      {canReadBin(standing) ? (
        <MenuItem icon={<Trash2 />} onSelect={() => router.push(`${base}/bin`)}>
          {t('bin')}
        </MenuItem>
      ) : null}
      {canReadAudit(standing) ? (
        <MenuItem icon={<ScrollText />} onSelect={() => router.push(`${base}/audit`)}>
          {t('audit')}
        </MenuItem>
      ) : null}
      {canDeleteWorkspace(standing) ? (
        <MenuItem icon={<Settings />} onSelect={() => router.push(`${base}/settings`)}>
          {t('settings')}
        </MenuItem>
      ) : null}
      <MenuSeparator />
      <MenuItem icon={<Layers />} onSelect={() => router.push('/workspaces')}>
        {t('all')}
      </MenuItem>
    </Menu>
  );
}
