'use client';

import { useRouter } from 'next/navigation';
import { useRef } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/Button';
import { DateTime } from '@/components/ui/Time';
import { useToast } from '@/components/ui/Toast';
import { anyAnswer, requestJson } from '../request';
import { controlOfLine, useLineFocus } from '../useLineFocus';
import { useWork } from '../useWork';
import type { PendingInvitation } from './member';

/** The invitations that nobody has accepted yet. */
export function PendingInvitations({ invitations }: { invitations: readonly PendingInvitation[] }) {
  const t = useTranslations('workspace');
  const router = useRouter();
  const toast = useToast();
  const { busyId, run } = useWork();
  const list = useRef<HTMLUListElement>(null);
  const noteEnd = useLineFocus(
    invitations.map(({ id }) => id),
    (index) => controlOfLine(list.current, index),
  );
  const withdraw = ({ id, email }: PendingInvitation) =>
    run(id, async () => {
      await requestJson('DELETE', `/api/invitations/${id}`, anyAnswer);
      noteEnd(id);
      toast({ title: t('members.withdrawn', { email }), tone: 'success' });
      router.refresh();
    });
  return (
    <ul ref={list} className="-mt-3 divide-y divide-line">
      {invitations.map((invitation) => (
        <li key={invitation.id} className="flex flex-wrap items-center gap-x-4 gap-y-2 py-3">
          <div className="min-w-0 flex-1 basis-56">
            <p className="truncate font-semibold">{invitation.email}</p>
            <p className="text-ink-faint text-sm">
              {t.rich('members.pendingUntil', {
                role: t(`roles.${invitation.role}`),
                time: () => <DateTime iso={invitation.expiresAt} dateOnly />,
              })}
            </p>
          </div>
          <Button
            size="sm"
            aria-label={t('members.withdrawFor', { email: invitation.email })}
            busy={busyId === invitation.id}
            onClick={() => withdraw(invitation)}
          >
            {t('members.withdraw')}
          </Button>
        </li>
      ))}
    </ul>
  );
}
