'use client';

import { Crown, Ellipsis, KeyRound, LogOut, UserMinus } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Avatar } from '@/components/ui/Avatar';
import { Badge } from '@/components/ui/Badge';
import { IconButton } from '@/components/ui/IconButton';
import { Menu, MenuItem } from '@/components/ui/Menu';
import { Select } from '@/components/ui/Select';
import { DateTime } from '@/components/ui/Time';
import { type Role, roles } from '@/lib/access/actor';
import type { Member } from './member';

type Props = {
  member: Member;
  isSelf: boolean;
  canManage: boolean;
  busy: boolean;
  onRole: (role: Role) => void;
  /** Null where no password opens the account. */
  onResetLink: (() => void) | null;
  onHandOver: () => void;
  onRemove: () => void;
};

/** One member: who, since when, with which role, and what can be done about it. */
export function MemberLine({ member, isSelf, canManage, busy, onRole, onResetLink, onHandOver, onRemove }: Props) {
  const t = useTranslations('workspace');
  const handOver = useTranslations('lifecycle.handOver');
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 py-3">
      <Avatar name={member.name} size={36} decorative />
      <div className="min-w-0 flex-1 basis-48">
        <p className="flex items-center gap-2">
          <span className="truncate font-semibold">{member.name}</span>
          {isSelf ? <Badge>{t('members.you')}</Badge> : null}
        </p>
        <p className="truncate text-ink-faint text-sm">
          {member.email} · {t.rich('members.since', { time: () => <DateTime iso={member.joinedAt} dateOnly /> })}
        </p>
      </div>
      {canManage ? (
        <div className="w-40 max-sm:ml-13">
          <Select
            size="sm"
            labelHidden
            label={t('members.role', { name: member.name })}
            value={member.role}
            disabled={busy}
            onChange={onRole}
            options={roles.map((value) => ({ value, label: t(`roles.${value}`) }))}
          />
        </div>
      ) : (
        <span className="text-ink-soft text-sm" title={t(`roleHints.${member.role}`)}>
          {t(`roles.${member.role}`)}
        </span>
      )}
      {canManage || isSelf ? (
        <Menu
          align="end"
          trigger={
            <IconButton label={t('members.actionsFor', { name: member.name })} icon={<Ellipsis size={18} />} busy={busy} />
          }
        >
          {canManage && !isSelf && onResetLink ? (
            <MenuItem icon={<KeyRound />} onSelect={onResetLink}>
              {t('members.resetLink')}
            </MenuItem>
          ) : null}
          {canManage && !isSelf ? (
            <MenuItem icon={<Crown />} onSelect={onHandOver}>
              {handOver('action')}
            </MenuItem>
          ) : null}
          <MenuItem danger icon={isSelf ? <LogOut /> : <UserMinus />} onSelect={onRemove}>
            {t(isSelf ? 'members.leave' : 'members.remove')}
          </MenuItem>
        </Menu>
      ) : null}
    </li>
  );
}
