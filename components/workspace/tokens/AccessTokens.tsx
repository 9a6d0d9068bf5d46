'use client';

import { KeyRound } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useRef, useState } from 'react';
import { useNow, useTranslations } from 'use-intl';
import { Button } from '@/components/ui/Button';
import { ConfirmDialog } from '@/components/ui/ConfirmDialog';
import { useToast } from '@/components/ui/Toast';
import { anyAnswer, requestJson } from '../request';
import { useLineFocus } from '../useLineFocus';
import { useProblemSentence } from '../useProblemSentence';
import { AccessTokenLine } from './AccessTokenLine';
import { type AccessToken, tokenState } from './accessToken';
import { NewTokenDialog } from './NewTokenDialog';

type Props = {
  tokens: readonly AccessToken[];
  /** The address that programs call. */
  server: string;
  /** The page that says what programs can do. */
  guide: string;
};

/** A person's access tokens: those that stand or are over, a new one, and the end of one. */
export function AccessTokens({ tokens, server, guide }: Props) {
  const t = useTranslations('tokens');
  const router = useRouter();
  const toast = useToast();
  const sentenceOf = useProblemSentence();
  const now = useNow();
  const newButton = useRef<HTMLButtonElement>(null);
  const [isMaking, setMaking] = useState(false);
  const [ending, setEnding] = useState<AccessToken | null>(null);
  const [busyId, setBusyId] = useState<string | null>(null);

  const noteEnd = useLineFocus(
    tokens.map(({ id }) => id),
    () => newButton.current,
  );

  const end = async (token: AccessToken) => {
    setBusyId(token.id);
    try {
      await requestJson('DELETE', `/api/account/tokens/${token.id}`, anyAnswer);
      const isOver = tokenState(token, now) === 'over';
      toast({ title: t(isOver ? 'removed' : 'revoked', { name: token.name }), tone: 'success' });
      noteEnd(token.id);
    } catch (error) {
      toast({ title: sentenceOf(error), tone: 'danger' });
    }
    setBusyId(null);
    setEnding(null);
    router.refresh();
  };

  return (
    <div className="space-y-4">
      {tokens.length === 0 ? (
        <p className="text-pretty text-ink-soft">{t('empty')}</p>
      ) : (
        <ul aria-label={t('title')} className="-mt-3 divide-y divide-line">
          {tokens.map((token) => (
            <AccessTokenLine
              key={token.id}
              token={token}
              busy={busyId === token.id}
              onRevoke={() => {
                // What is over already has nothing to lose.
                if (tokenState(token, now) === 'over') void end(token);
                else setEnding(token);
              }}
            />
          ))}
        </ul>
      )}
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <Button ref={newButton} icon={<KeyRound size={16} aria-hidden="true" />} onClick={() => setMaking(true)}>
          {t('new')}
        </Button>
        <a href={guide} className="text-sm underline">
          {t('guide')}
        </a>
      </div>
      {isMaking ? <NewTokenDialog server={server} onMade={() => router.refresh()} onClose={() => setMaking(false)} /> : null}
      <ConfirmDialog
        open={ending !== null}
        onOpenChange={(open) => {
          if (!open) setEnding(null);
        }}
        title={t('revokeTitle', { name: ending?.name ?? '' })}
        description={t('revokeText')}
        confirmLabel={t('revoke')}
        danger
        busy={busyId !== null}
        onConfirm={() => {
          if (ending) void end(ending);
        }}
      />
    </div>
  );
}
