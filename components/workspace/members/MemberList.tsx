'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { z } from 'zod';
import { ConfirmDialog } from '@/components/ui/ConfirmDialog';
import { useToast } from '@/components/ui/Toast';
import type { Role } from '@/lib/access/actor';
import { anyAnswer, requestJson } from '../request';
import { useProblemSentence } from '../useProblemSentence';
import { HandOverDialog } from './HandOverDialog';
import { LinkDialog } from './LinkDialog';
import { MemberLine } from './MemberLine';
import type { Member } from './member';

type Props = {
  workspace: { id: string; name: string };
  members: readonly Member[];
  ownUserId: string;
  /** Whether the person may change roles, remove others and make reset links. */
  canManage: boolean;
  /** Whether people sign in by passwords here: else there is none to reset. */
  passwordSignIn: boolean;
};

const resetSchema = z.object({ url: z.string(), mailed: z.boolean() });

/** Who belongs to a workspace. */
export function MemberList({ workspace, members, ownUserId, canManage, passwordSignIn }: Props) {
  const t = useTranslations('workspace');
  const router = useRouter();
  const toast = useToast();
  const sentenceOf = useProblemSentence();
  const [busyId, setBusyId] = useState<string | null>(null);
  const [leaving, setLeaving] = useState<Member | null>(null);
  const [successor, setSuccessor] = useState<Member | null>(null);
  const [reset, setReset] = useState<{ member: Member; url: string; mailed: boolean } | null>(null);

  const run = async (member: Member, work: (path: string) => Promise<void>) => {
    setBusyId(member.userId);
    try {
      await work(`/api/workspaces/${workspace.id}/members/${member.userId}`);
    } catch (error) {
      toast({ title: sentenceOf(error), tone: 'danger' });
    }
    setBusyId(null);
    router.refresh();
  };
  const changeRole = (member: Member, role: Role) =>
    run(member, async (path) => {
      await requestJson('PATCH', path, anyAnswer, { role });
      toast({ title: t('members.roleChanged', { name: member.name, role: t(`roles.${role}`) }), tone: 'success' });
    });
  const makeResetLink = (member: Member) =>
    run(member, async (path) => setReset({ member, ...(await requestJson('POST', `${path}/reset-link`, resetSchema)) }));
  const remove = (member: Member) =>
    run(member, async (path) => {
      await requestJson('DELETE', path, anyAnswer);
      setLeaving(null);
      if (member.userId === ownUserId) window.location.assign('/');
      else toast({ title: t('members.removed', { name: member.name }), tone: 'success' });
    });

  const isSelf = leaving?.userId === ownUserId;
  const names = { name: leaving?.name ?? '', workspace: workspace.name };
  return (
    <>
      <ul className="divide-y divide-line">
        {members.map((member) => (
          <MemberLine
            key={member.userId}
            member={member}
            isSelf={member.userId === ownUserId}
            canManage={canManage}
            busy={busyId === member.userId}
            onRole={(role) => changeRole(member, role)}
            onResetLink={passwordSignIn && !member.atCompany ? () => makeResetLink(member) : null}
            onHandOver={() => setSuccessor(member)}
            onRemove={() => setLeaving(member)}
          />
        ))}
      </ul>
      <ConfirmDialog
        open={leaving !== null}
        onOpenChange={(open) => {
          if (!open) setLeaving(null);
        }}
        title={isSelf ? t('members.leaveTitle', names) : t('members.removeTitle', names)}
        description={isSelf ? t('members.leaveText') : t('members.removeText', names)}
        confirmLabel={t(isSelf ? 'members.leave' : 'members.remove')}
        danger
        busy={busyId !== null}
        onConfirm={() => {
          if (leaving) void remove(leaving);
        }}
      />
      {successor ? <HandOverDialog workspace={workspace} member={successor} onClose={() => setSuccessor(null)} /> : null}
      {reset ? (
        <LinkDialog
          title={t('members.resetTitle')}
          text={`${t('members.resetText', { name: reset.member.name })}${reset.mailed ? ` ${t('members.resetMailed')}` : ''}`}
          url={reset.url}
          onClose={() => setReset(null)}
        />
      ) : null}
    </>
  );
}
