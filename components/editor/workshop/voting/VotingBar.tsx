'use client';

import clsx from 'clsx';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useStore } from 'zustand';
import { Button } from '@/components/ui/Button';
import { ConfirmDialog } from '@/components/ui/ConfirmDialog';
import { useWork } from '@/components/workspace/useWork';
import { peopleOf } from '../../presence/peopleOf';
import { useEditor, usePresenceText } from '../../session/EditorContext';
import { useWorkshopAnswer } from '../useWorkshopAnswer';
import { useBallot } from './useBallot';
import { VoteDots } from './VoteDots';

/** More of them leave no room on a phone for what they count. */
const mostDotsOnPhone = 5;

/** A line over the map while a vote is open: what is asked, how many votes one has left, how many people have voted. Leaders close it here. */
export function VotingBar() {
  const t = useTranslations('workshop.voting');
  const { voting } = useEditor();
  const open = useStore(voting, (state) => state.votes.open);
  const leads = useWorkshopAnswer((answer) => answer.leads);
  const ballot = useBallot();
  if (!open) return null;
  return (
    <section
      aria-label={t('bar.label')}
      data-voting-bar
      className="flex min-h-10 shrink-0 flex-wrap items-center gap-x-4 gap-y-1 border-line border-b bg-surface-sunken px-3 py-1 text-sm"
    >
      <h2 className="min-w-0 flex-1 truncate font-semibold sm:max-w-full sm:flex-initial">{open.title || t('untitled')}</h2>
      {/* On a phone below the title and the button, in one line whatever it says: what others do must not move what one presses. */}
      <div className="order-1 flex w-full items-center gap-x-4 gap-y-1 sm:order-0 sm:w-auto sm:flex-wrap">
        {ballot ? (
          <span className="flex shrink-0 items-center gap-2" role="status" data-votes-left={ballot.left}>
            <VoteDots
              given={open.votesPerPerson - ballot.left}
              total={open.votesPerPerson}
              className={clsx(open.votesPerPerson > mostDotsOnPhone && 'max-sm:hidden')}
            />
            {t('bar.left', { left: ballot.left, total: open.votesPerPerson })}
          </span>
        ) : (
          <span className="min-w-0 truncate text-ink-soft">{t('bar.onlyLook')}</span>
        )}
        <Turnout voters={open.voters} />
      </div>
      {leads ? <CloseVote roundId={open.id} voters={open.voters} /> : null}
    </section>
  );
}

function Turnout({ voters }: { voters: number }) {
  const t = useTranslations('workshop.voting.bar');
  const { me } = useEditor();
  const here = Number(usePresenceText((others) => String(peopleOf(me, others).length)));
  return (
    <span className="min-w-0 truncate text-ink-soft max-sm:ml-auto" data-voters={voters}>
      <span aria-hidden="true" className="sm:hidden">
        {t('turnoutShort', { voters, here })}
      </span>
      <span className="max-sm:sr-only">{t('turnout', { voters, here })}</span>
    </span>
  );
}

/** Asks only while nobody has voted: a vote with nobody's votes was most likely closed by mistake. */
function CloseVote({ roundId, voters }: { roundId: string; voters: number }) {
  const t = useTranslations('workshop.voting.bar');
  const { voting } = useEditor();
  const { busyId, run } = useWork();
  const [asking, setAsking] = useState(false);
  const close = async () => {
    if (await run('close', () => voting.getState().close(roundId))) setAsking(false);
  };
  return (
    <>
      <Button
        size="sm"
        variant="primary"
        className="ml-auto pointer-coarse:h-11"
        busy={busyId === 'close' && !asking}
        onClick={() => (voters === 0 ? setAsking(true) : void close())}
      >
        {t('close')}
      </Button>
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title={t('closeTitle')}
        description={t('closeText')}
        confirmLabel={t('close')}
        busy={busyId === 'close'}
        onConfirm={() => void close()}
      />
    </>
  );
}
