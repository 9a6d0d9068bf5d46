'use client';

import clsx from 'clsx';
import { Check } from 'lucide-react';
import { useDeferredValue, useId, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/Button';
import { Select } from '@/components/ui/Select';
import { Switch } from '@/components/ui/Switch';
import { TextField } from '@/components/ui/TextField';
import { useWork } from '@/components/workspace/useWork';
import { type CardKind, cardKinds } from '@/lib/map/card';
import { listCandidates } from '@/lib/workshop/voting/candidates';
import { longestVoteTitle, mostVotesPerPerson, type NewRound } from '@/lib/workshop/voting/round';
import { suggestVotes } from '@/lib/workshop/voting/suggestVotes';
import { KindSign } from '../../canvas/nodes/KindSign';
import { useToldOn } from '../../filter/useToldOn';
import { useArrangedMap } from '../../session/EditorContext';

type Props = { onCancel: () => void; onOpen: (round: NewRound) => Promise<void> };

const all = '';

/** What has to be said to open a vote. */
export function NewVoteForm({ onCancel, onOpen }: Props) {
  const t = useTranslations('workshop.voting');
  const lanes = useTranslations('canvas.laneKind');
  // Counted when there is time for it, not with each letter that others write.
  const map = useDeferredValue(useArrangedMap());
  const { busyId, run } = useWork();
  const [title, setTitle] = useState<string>(t('usualTitle'));
  const [isUntitled, setUntitled] = useState(false);
  const titleField = useRef<HTMLInputElement>(null);
  const [kinds, setKinds] = useState<readonly CardKind[]>(() => usualKinds(map));
  const [laneId, setLaneId] = useState(all);
  const [chosenVotes, setChosenVotes] = useState<number | null>(null);
  const [several, setSeveral] = useState(false);
  const laneIds = laneId === all ? null : [laneId];
  const count = listCandidates(map, { kinds: [...kinds], laneIds }).length;
  const suggested = suggestVotes(count, several);
  // As many as the rule says, until somebody says otherwise.
  const votesPerPerson = chosenVotes ?? suggested;
  const candidates = t('candidates', { count, votes: suggested });
  const told = useToldOn(`${kinds.join()} ${laneId}`, candidates);
  const numbers = Array.from({ length: mostVotesPerPerson }, (_, index) => String(index + 1));
  return (
    <form
      className="space-y-3"
      onSubmit={(event) => {
        event.preventDefault();
        if (count === 0) return;
        if (title.trim() === '') {
          setUntitled(true);
          titleField.current?.focus();
          return;
        }
        const mostPerCard = several ? votesPerPerson : 1;
        void run('open', () => onOpen({ title: title.trim(), kinds: [...kinds], laneIds, votesPerPerson, mostPerCard }));
      }}
    >
      <TextField
        label={t('title')}
        hint={t('titleHint')}
        value={title}
        maxLength={longestVoteTitle}
        onChange={(event) => {
          setTitle(event.target.value);
          setUntitled(false);
        }}
        // What is usually asked stands there to be written over.
        onFocus={(event) => event.target.select()}
        ref={titleField}
        error={isUntitled ? t('titleNeeded') : undefined}
        autoFocus
      />
      <KindChoice chosen={kinds} onChange={setKinds} />
      <Select
        size="sm"
        label={t('lane')}
        value={laneId}
        options={[
          { value: all, label: t('allLanes') },
          ...map.lanes.map((lane) => ({ value: lane.id, label: lane.title.trim() || lanes(lane.kind) })),
        ]}
        onChange={setLaneId}
      />
      <Select
        size="sm"
        label={t('perPerson')}
        value={String(votesPerPerson)}
        options={numbers.map((value) => ({ value, label: value }))}
        onChange={(value) => setChosenVotes(Number(value))}
      />
      <Switch label={t('several')} checked={several} onChange={setSeveral} />
      <p className="text-pretty text-ink-soft text-sm">{candidates}</p>
      <p className="sr-only" role="status">
        {told}
      </p>
      <div className="flex flex-wrap gap-2">
        <Button
          type="submit"
          size="sm"
          variant="primary"
          className="pointer-coarse:h-11"
          busy={busyId === 'open'}
          disabled={count === 0}
        >
          {t('open')}
        </Button>
        <Button size="sm" variant="ghost" className="pointer-coarse:h-11" onClick={onCancel}>
          {t('cancel')}
        </Button>
      </div>
    </form>
  );
}

/** Pain points and opportunities are what is mostly voted on; where there are none, every card. */
function usualKinds(map: Parameters<typeof listCandidates>[0]): readonly CardKind[] {
  const usual: CardKind[] = ['painPoint', 'opportunity'];
  return listCandidates(map, { kinds: usual, laneIds: null }).length > 0 ? usual : cardKinds;
}

function KindChoice({ chosen, onChange }: { chosen: readonly CardKind[]; onChange: (kinds: readonly CardKind[]) => void }) {
  const t = useTranslations('workshop.voting');
  const names = useTranslations('canvas.cardKind');
  const labelId = useId();
  return (
    // biome-ignore lint/a11y/useSemanticElements: a legend cannot stand in a line of its own beside the buttons in every browser.
    <div role="group" aria-labelledby={labelId}>
      <span id={labelId} className="mb-1 block font-semibold text-sm">
        {t('kinds')}
      </span>
      <div className="flex flex-wrap gap-1.5">
        {cardKinds.map((kind) => {
          const isChosen = chosen.includes(kind);
          return (
            <button
              key={kind}
              type="button"
              aria-pressed={isChosen}
              className={clsx(
                'inline-flex h-8 items-center gap-1.5 rounded-full border px-3 text-sm pointer-coarse:h-11',
                isChosen ? 'border-primary bg-primary text-primary-ink' : 'border-line-strong bg-surface text-ink hover:bg-hover',
              )}
              onClick={() => onChange(cardKinds.filter((one) => (one === kind ? !isChosen : chosen.includes(one))))}
            >
              {isChosen ? <Check size={14} aria-hidden="true" /> : kind === 'note' ? null : <KindSign kind={kind} />}
              {names(kind)}
            </button>
          );
        })}
      </div>
    </div>
  );
}
