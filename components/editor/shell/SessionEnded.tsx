'use client';

import { usePathname } from 'next/navigation';
import { type ReactNode, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Banner } from '@/components/ui/Banner';
import { Button } from '@/components/ui/Button';
import { buttonClass } from '@/components/ui/buttonClass';
import { Dialog } from '@/components/ui/Dialog';
import type { PresenceUser } from '@/lib/document/presence';
import { useEditor, useSaveState } from '../session/EditorContext';
import type { NoAccessReason, SaveState } from '../session/saveState';
import { useSaveCopy } from './useSaveCopy';

type End = Extract<SaveState, { kind: 'reloadNeeded' | 'noAccess' }>;

/**
 * Says that this page cannot go on as it is, and what to do. A map that only has to be loaded again may be looked at meanwhile (a banner
 * stays); where access is gone there is nothing behind the window to go back to.
 */
export function SessionEnded() {
  const state = useSaveState();
  if (state.kind !== 'reloadNeeded' && state.kind !== 'noAccess') return null;
  return <Ended key={state.kind} state={state} />;
}

function Ended({ state }: { state: End }) {
  const [open, setOpen] = useState(true);
  const { title, sentences } = useEndWords(state);
  const actions = <EndActions state={state} />;
  if (!open) {
    return (
      <div className="px-3 pt-2 pb-1">
        <Banner tone="danger" title={title} action={<span className="flex flex-wrap gap-2">{actions}</span>} />
      </div>
    );
  }
  return (
    <Dialog open onOpenChange={setOpen} closable={state.kind === 'reloadNeeded'} size="sm" title={title} footer={actions}>
      <Sentences sentences={sentences} />
    </Dialog>
  );
}

/** What is said about lost access: a guest has nothing to sign in with, whatever ended it. */
function noAccessKey(reason: NoAccessReason, kind: PresenceUser['kind']): NoAccessReason | 'guest' {
  return kind === 'guest' && reason !== 'notFound' ? 'guest' : reason;
}

function useEndWords(state: End): { title: string; sentences: string[] } {
  const t = useTranslations('sync');
  const { me } = useEditor();
  const { changes } = state;
  if (state.kind === 'reloadNeeded') {
    return {
      title: t('reload.title'),
      sentences: [t('reload.text'), ...(changes > 0 ? [t('reload.changes', { changes })] : [])],
    };
  }
  const key = noAccessKey(state.reason, me.kind);
  return {
    title: t(`noAccess.${key}.title`),
    sentences: [t(`noAccess.${key}.text`), ...(changes > 0 ? [t('noAccess.changes', { changes })] : [])],
  };
}

function EndActions({ state }: { state: End }): ReactNode {
  const t = useTranslations('sync');
  const path = usePathname();
  const saveCopy = useSaveCopy();
  const { me } = useEditor();
  const signIn = state.kind === 'noAccess' && state.reason === 'signedOut';
  return (
    <>
      {state.changes > 0 ? <Button onClick={() => void saveCopy()}>{t('downloadCopy')}</Button> : null}
      {state.kind === 'reloadNeeded' ? (
        <Button variant="primary" onClick={() => window.location.reload()}>
          {t('reload.button')}
        </Button>
      ) : me.kind === 'guest' ? (
        <a href="/sign-in" className={buttonClass({})}>
          {t('noAccess.guest.button')}
        </a>
      ) : (
        <a href={signIn ? `/sign-in?next=${encodeURIComponent(path)}` : '/'} className={buttonClass({ variant: 'primary' })}>
          {t(`noAccess.${state.reason}.button`)}
        </a>
      )}
    </>
  );
}

function Sentences({ sentences }: { sentences: string[] }) {
  return sentences.map((sentence) => (
    <p key={sentence} className="mt-2 text-ink-soft first:mt-0">
      {sentence}
    </p>
  ));
}
