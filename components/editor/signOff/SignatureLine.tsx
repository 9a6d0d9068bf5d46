'use client';

import { CircleCheck, CircleDashed, MessageSquareWarning, UserRoundPen } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Badge } from '@/components/ui/Badge';
import { IconButton } from '@/components/ui/IconButton';
import type { SignatureAnswer } from '@/lib/signOffs/signOffAnswer';
import type { Decision } from '@/lib/signOffs/signOffStatus';
import { useEditor } from '../session/EditorContext';
import { useSignOffWords } from './useSignOffWords';

const looks = {
  pending: { Icon: CircleDashed, className: 'text-ink-faint' },
  signed: { Icon: CircleCheck, className: 'text-success' },
  objected: { Icon: MessageSquareWarning, className: 'text-danger' },
} satisfies Record<Decision, unknown>;

/** Who is asked, for which department, and what they decided. `onReplace`: null where nobody else can be asked. */
export function SignatureLine({ signature, onReplace }: { signature: SignatureAnswer; onReplace: (() => void) | null }) {
  const t = useTranslations('signOff');
  const { me } = useEditor();
  const { nameOf, departmentOf, timeOf } = useSignOffWords();
  const { person, department, decision, decidedAt, reason, isMember } = signature;
  const { Icon, className } = looks[decision];
  const said = t(`decision.${decision}`);
  return (
    <li className="flex items-start gap-3 py-2">
      <Icon size={18} aria-hidden="true" className={`mt-0.5 shrink-0 ${className}`} />
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <span className="wrap-anywhere font-semibold">
            {nameOf(person)}
            {person.id === me.id ? ` (${t('you')})` : ''}
          </span>
          {department ? (
            <span className="wrap-anywhere text-ink-soft">{t('forDepartment', { department: departmentOf(department) })}</span>
          ) : null}
          {isMember ? null : <Badge tone="warning">{t('noMember')}</Badge>}
        </p>
        <p className="text-ink-soft text-sm">
          {decidedAt === null ? said : t('decidedAt', { decision: said, time: timeOf(decidedAt) })}
        </p>
        {reason === '' ? null : (
          <p dir="auto" className="mt-1 whitespace-pre-wrap wrap-anywhere border-danger border-l-2 pl-3 text-sm">
            {reason}
          </p>
        )}
      </div>
      {onReplace && decision === 'pending' ? (
        <IconButton
          size="sm"
          label={t('replaceFor', { name: nameOf(person) })}
          icon={<UserRoundPen size={16} />}
          onClick={onReplace}
        />
      ) : null}
    </li>
  );
}
