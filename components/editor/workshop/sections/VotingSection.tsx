'use client';

import { useTranslations } from 'use-intl';
import { useStore } from 'zustand';
import { Section } from '../../inspector/Section';
import { useEditor } from '../../session/EditorContext';
import { useWorkshopAnswer } from '../useWorkshopAnswer';
import { EarlierVotes } from '../voting/EarlierVotes';
import { NewVote } from '../voting/NewVote';
import { OpenVote } from '../voting/OpenVote';

/** Dot voting: leaders open and close votes, everybody finds the rankings of earlier ones. */
export function VotingSection() {
  const t = useTranslations('workshop.voting');
  const { voting } = useEditor();
  const open = useStore(voting, (state) => state.votes.open);
  const closed = useStore(voting, (state) => state.votes.closed);
  const isOn = useWorkshopAnswer((answer) => answer.isOn);
  const leads = useWorkshopAnswer((answer) => answer.leads);
  const mayLead = useWorkshopAnswer((answer) => answer.mayLead);
  if (!isOn && closed.length === 0 && !mayLead) return null;
  return (
    <Section title={t('section')}>
      {open ? <OpenVote round={open} leads={leads} /> : null}
      {!open && leads ? <NewVote /> : null}
      {open || leads ? null : <p className="text-ink-soft">{t(isOn ? 'waiting' : 'needsWorkshop')}</p>}
      {closed.length > 0 ? <EarlierVotes rounds={closed} leads={leads} /> : null}
    </Section>
  );
}
