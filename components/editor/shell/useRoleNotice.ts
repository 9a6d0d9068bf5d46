'use client';

import { useEffect, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { useToast } from '@/components/ui/Toast';
import type { Role } from '@/lib/access/actor';

const canWrite = (role: Role): boolean => role === 'owner' || role === 'editor';

/** Long enough (milliseconds) to be read by somebody who is just writing. */
const duration = 20_000;

/** Tells a person whose role was changed while the map is open what they may do from now on. */
export function useRoleNotice(role: Role): void {
  const t = useTranslations('sync.role');
  const roles = useTranslations('workspace.roles');
  const toast = useToast();
  const known = useRef(role);
  useEffect(() => {
    const before = known.current;
    if (before === role) return;
    known.current = role;
    const now = canWrite(role) ? 'mayWrite' : canWrite(before) ? 'readOnly' : 'stillReadOnly';
    toast({
      title: t('title', { role: roles(role) }),
      description: role === 'commenter' ? `${t(now)} ${t('commenter')}` : t(now),
      tone: now === 'readOnly' ? 'danger' : 'neutral',
      duration,
    });
  }, [role, t, roles, toast]);
}
