'use client';

import { LogOut, UserRound, UsersRound } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { signOut } from 'next-auth/react';
import { useTranslations } from 'use-intl';
import { forgetOthers } from '@/components/offline/forgetOthers';
import { Avatar } from '@/components/ui/Avatar';
import { Menu, MenuItem, MenuSeparator } from '@/components/ui/Menu';
import { useToast } from '@/components/ui/Toast';

type Props = { user: { name: string; email: string }; workspaceId: string | null };

/** Who is signed in, and the way to their account, their colleagues and out. */
export function AccountMenu({ user, workspaceId }: Props) {
  const t = useTranslations('workspace.accountMenu');
  const errors = useTranslations('errors');
  const router = useRouter();
  const toast = useToast();
  const leave = async () => {
    try {
      await signOut({ redirect: false });
      await forgetOthers(null);
      // A full load, so that nothing of the session stays in the page's memory.
      window.location.assign('/sign-in');
    } catch {
      toast({ title: errors('offline'), tone: 'danger' });
    }
  };
  const label = t('label', { name: user.name });
  return (
    <Menu
      align="end"
      trigger={
        <button
          type="button"
          aria-label={label}
          title={label}
          className="inline-flex size-9 items-center justify-center rounded-full hover:bg-hover pointer-coarse:size-11"
        >
          <Avatar name={user.name} size={28} decorative />
        </button>
      }
    >
      <div className="px-2 pt-1.5 pb-2">
        <p className="truncate font-semibold text-sm">{user.name}</p>
        <p className="truncate text-ink-faint text-xs">{user.email}</p>
      </div>
      <MenuSeparator />
      <MenuItem icon={<UserRound />} onSelect={() => router.push('/account')}>
        {t('account')}
      </MenuItem>
      {workspaceId ? (
        <MenuItem icon={<UsersRound />} onSelect={() => router.push(`/workspace/${workspaceId}/members`)}>
          {t('members')}
        </MenuItem>
      ) : null}
      <MenuSeparator />
      <MenuItem icon={<LogOut />} onSelect={leave}>
        {t('signOut')}
      </MenuItem>
    </Menu>
  );
}
