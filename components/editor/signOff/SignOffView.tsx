'use client';

import { Eye } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { Badge, type Tone } from '@/components/ui/Badge';
import { Button } from '@/components/ui/Button';
import type { SignatureAnswer, SignOffAnswer } from '@/lib/signOffs/signOffAnswer';
import { countPeople } from '@/lib/signOffs/signOffView';
import { useVersionWords } from '../versions/useVersionWords';
import { SignatureLine } from './SignatureLine';
import { useSignOffWords } from './useSignOffWords';

const tones = { open: 'warning', signed: 'success', withdrawn: 'neutral' } as const satisfies Record<
  SignOffAnswer['status'],
  Tone
>;

type Props = {
  signOff: SignOffAnswer;
  /** Whether a newer one took its place. */
  isReplaced?: boolean;
  /** Null while it is looked at anyway. */
  onLook: (() => void) | null;
  onReplace: ((signature: SignatureAnswer) => void) | null;
  /** What can be done with it. */
  actions?: ReactNode;
  /** What else is to be known of it. */
  children?: ReactNode;
};

/** One sign-off: which version, by whom, how far it is, and who has decided what. */
export function SignOffView({ signOff, isReplaced = false, onLook, onReplace, actions, children }: Props) {
  const t = useTranslations('signOff');
  const { titleOf } = useVersionWords();
  const { nameOf, timeOf, dueOf } = useSignOffWords();
  const { status, version, note, ended, signatures } = signOff;
  const { asked, signed, objected } = countPeople(signOff);
  const due = dueOf(signOff);
  const state = status === 'withdrawn' && version.isDeleted && !isReplaced ? 'deleted' : isReplaced ? 'replaced' : status;
  return (
    <article className="rounded-lg border border-line bg-surface p-4">
      <header className="flex flex-wrap items-start gap-x-3 gap-y-2">
        <div className="min-w-0 flex-1 basis-56">
          <h3 className="wrap-anywhere font-semibold">{titleOf(version)}</h3>
          <p className="text-ink-soft text-xs">{t('by', { name: nameOf(signOff.by), time: timeOf(signOff.at) })}</p>
          {ended && status === 'signed' ? (
            <p className="text-ink-soft text-xs">{t('since', { time: timeOf(ended.at) })}</p>
          ) : null}
          {ended && status === 'withdrawn' && state === 'withdrawn' ? (
            <p className="text-ink-soft text-xs">{t('withdrawnBy', { name: nameOf(ended.by), time: timeOf(ended.at) })}</p>
          ) : null}
          {ended && ended.reason !== '' ? (
            <p dir="auto" className="wrap-anywhere text-sm">
              {t('reasonSaid', { reason: ended.reason })}
            </p>
          ) : null}
        </div>
        <Badge tone={tones[status]}>{t(`status.${state}`)}</Badge>
      </header>
      {note === '' ? null : (
        <p dir="auto" className="mt-2 whitespace-pre-wrap wrap-anywhere text-sm">
          {note}
        </p>
      )}
      {status === 'open' ? (
        <p className="mt-2 text-sm">
          {t('progress', { signed, asked })}
          {objected > 0 ? <strong className="text-danger"> {t('objections', { count: objected })}</strong> : null}
          {due === null ? null : <span className="text-ink-soft"> {due}</span>}
        </p>
      ) : null}
      {status === 'signed' && version.isDeleted ? <p className="mt-2 text-danger text-sm">{t('versionGone')}</p> : null}
      {children}
      {actions || (onLook && !version.isDeleted) ? (
        <div className="mt-3 flex flex-wrap gap-2">
          {onLook && !version.isDeleted ? (
            <Button size="sm" icon={<Eye size={14} aria-hidden="true" />} onClick={onLook}>
              {t('look', { number: version.number })}
            </Button>
          ) : null}
          {actions}
        </div>
      ) : null}
      <ul aria-label={t('signatures')} className="mt-3 divide-y divide-line border-line border-t">
        {signatures.map((signature) => (
          <SignatureLine
            key={signature.id}
            signature={signature}
            onReplace={onReplace && status === 'open' ? () => onReplace(signature) : null}
          />
        ))}
      </ul>
    </article>
  );
}
