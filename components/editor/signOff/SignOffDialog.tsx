'use client';

import { FilePlus2, Undo2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useStore } from 'zustand';
import { Banner } from '@/components/ui/Banner';
import { Button } from '@/components/ui/Button';
import { Dialog } from '@/components/ui/Dialog';
import { EmptyState } from '@/components/ui/EmptyState';
import { Spinner } from '@/components/ui/Spinner';
import { useProblemSentence } from '@/components/workspace/useProblemSentence';
import type { SignatureAnswer, SignOffAnswer } from '@/lib/signOffs/signOffAnswer';
import { findBaseline, findOpen, listBefore } from '@/lib/signOffs/signOffView';
import { useEditor } from '../session/EditorContext';
import { useLiveMap } from '../session/useLiveMap';
import { ChangesSince } from './ChangesSince';
import { DecideButtons } from './DecideButtons';
import { DepartmentTable } from './DepartmentTable';
import { EarlierObjections } from './EarlierObjections';
import { PutUpDialog } from './PutUpDialog';
import { ReplaceDialog } from './ReplaceDialog';
import { SignOffView } from './SignOffView';
import { useFreshSignOffs } from './useFreshSignOffs';
import { WithdrawDialog } from './WithdrawDialog';

type Asking = { about: 'putUp' } | { about: 'withdraw' } | { about: 'replace'; signature: SignatureAnswer };

/** What is up for sign-off on the map and who has signed, its baselines, and which departments have taken part. */
export function SignOffDialog({ onOpenChange }: { onOpenChange: (open: boolean) => void }) {
  const t = useTranslations('signOff');
  const sentenceOf = useProblemSentence();
  const { signOffs, versions } = useEditor();
  const { items, problem, mayPutUp } = useStore(signOffs);
  const wanted = useStore(versions, (state) => state.wanted);
  const isFuture = useLiveMap().meta.kind === 'future';
  useFreshSignOffs();
  const [asking, setAsking] = useState<Asking | null>(null);
  const close = (): void => setAsking(null);
  const open = findOpen(items ?? []);
  const baseline = findBaseline(items ?? []);
  const current = open ?? baseline;
  const earlier = (items ?? []).filter((one) => one !== current);
  const look = ({ version }: SignOffAnswer) =>
    wanted === version.number
      ? null
      : () => {
          versions.getState().want(version.number);
          onOpenChange(false);
        };
  const putUp =
    mayPutUp && !isFuture ? (
      <Button
        {...(open ? { size: 'sm' } : { variant: 'primary' })}
        icon={<FilePlus2 size={16} aria-hidden="true" />}
        onClick={() => setAsking({ about: 'putUp' })}
      >
        {t(open ? 'putUpNew' : 'putUp')}
      </Button>
    ) : null;
  return (
    <Dialog open onOpenChange={onOpenChange} size="lg" title={t('title')} description={t('lead')}>
      <div className="space-y-6">
        {problem && !items ? (
          <Banner tone="danger" urgent>
            {sentenceOf(problem)}
          </Banner>
        ) : null}
        {!items && !problem ? <Spinner /> : null}
        {isFuture ? <Banner>{t('future')}</Banner> : null}
        {items && !current ? (
          <EmptyState headingLevel={3} title={t('none')} action={putUp}>
            {t(mayPutUp ? 'noneText' : 'noneReader')}
          </EmptyState>
        ) : null}
        {current ? (
          <SignOffView
            signOff={current}
            onLook={look(current)}
            onReplace={mayPutUp ? (signature) => setAsking({ about: 'replace', signature }) : null}
            actions={
              <>
                {open && mayPutUp ? (
                  <Button
                    size="sm"
                    icon={<Undo2 size={14} aria-hidden="true" />}
                    onClick={() => setAsking({ about: 'withdraw' })}
                  >
                    {t('withdraw')}
                  </Button>
                ) : null}
                {open ? putUp : null}
                {open ? <DecideButtons signOff={open} size="sm" /> : null}
              </>
            }
          >
            <EarlierObjections before={listBefore(items ?? [], current)} />
            <ChangesSince signOff={current} onCompare={() => onOpenChange(false)} />
          </SignOffView>
        ) : null}
        {current && !open ? <div className="flex justify-end">{putUp}</div> : null}
        {items ? (
          <section>
            <h3 className="font-semibold">{t('departments')}</h3>
            <p className="mb-2 text-ink-soft text-sm">{t('departmentsText')}</p>
            <DepartmentTable />
          </section>
        ) : null}
        {earlier.length > 0 ? (
          <section>
            <h3 className="mb-2 font-semibold">{t('earlier')}</h3>
            <div className="space-y-3">
              {earlier.map((signOff) => (
                <SignOffView
                  key={signOff.id}
                  signOff={signOff}
                  isReplaced={(items ?? []).some(({ insteadOf }) => insteadOf === signOff.id)}
                  onLook={look(signOff)}
                  onReplace={null}
                />
              ))}
            </div>
          </section>
        ) : null}
      </div>
      {asking?.about === 'putUp' ? <PutUpDialog version={wanted} onDone={() => undefined} onClose={close} /> : null}
      {asking?.about === 'withdraw' && open ? <WithdrawDialog signOff={open} onClose={close} /> : null}
      {asking?.about === 'replace' && open ? <ReplaceDialog signOff={open} signature={asking.signature} onClose={close} /> : null}
    </Dialog>
  );
}
