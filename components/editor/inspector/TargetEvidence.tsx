'use client';

import { Link2Off, Plus } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { useStore } from 'zustand';
import { Button } from '@/components/ui/Button';
import { IconButton } from '@/components/ui/IconButton';
import type { EvidenceLink, LinkTarget } from '@/lib/map/evidenceLink';
import { linksByTarget, targetKey } from '@/lib/map/listLinks';
import { KeptScores } from '../evidence/KeptScores';
import { LinkedThen } from '../evidence/LinkedThen';
import { OfWhen } from '../evidence/OfWhen';
import { ReasonList } from '../evidence/ReasonList';
import { ScoreList } from '../evidence/ScoreList';
import { useLinking } from '../evidence/useLinking';
import { useLinkName } from '../evidence/useLinkName';
import { useAllLinks } from '../evidence/useLinks';
import { useEditor } from '../session/EditorContext';
import { LevelReason } from './LevelReason';
import { Section } from './Section';

const noLinks: readonly EvidenceLink[] = [];

/** What customers said about a step, card, transition or moment: the scores, what is linked, and a way to link more. Nothing for whoever may not see it. */
export function TargetEvidence({ target }: { target: LinkTarget }) {
  const t = useTranslations('evidence');
  const { evidence, canWrite } = useEditor();
  const mayRead = useStore(evidence, (state) => state.mayRead);
  const isNow = useStore(evidence, (state) => state.isNow);
  const step = useStore(evidence, (state) => (target.type === 'step' ? state.steps.get(target.id) : undefined));
  const links = linksByTarget(useAllLinks()).get(targetKey(target)) ?? noLinks;
  if (!mayRead) return null;
  return (
    <Section
      title={t(target.type === 'moment' ? 'momentSaid' : 'said')}
      action={
        canWrite ? (
          <Button
            size="sm"
            variant="ghost"
            icon={<Plus size={16} aria-hidden="true" />}
            onClick={() => evidence.getState().setOpen(true)}
          >
            {t('linkMore')}
          </Button>
        ) : undefined
      }
    >
      {links.length === 0 ? <p className="text-ink-faint text-sm">{t('nothingLinked')}</p> : null}
      {isNow || target.type !== 'step' ? null : (
        <>
          <OfWhen className="mb-2" />
          <KeptScores target={target} />
        </>
      )}
      {step && step.scores.length > 0 ? (
        <>
          <ScoreList scores={step.scores} linked={step.linkedThen} />
          <LinkedThen linked={step.linkedThen} />
        </>
      ) : null}
      {step ? <LevelReason step={step} /> : null}
      {step?.reasons ? <ReasonList reasons={step.reasons} /> : null}
      {links.length > 0 ? (
        <ul aria-label={t('links')} className="flex flex-col divide-y divide-line">
          {links.map((link) => (
            <LinkItem key={link.id} link={link} withScores={target.type !== 'step'} />
          ))}
        </ul>
      ) : null}
    </Section>
  );
}

function LinkItem({ link, withScores }: { link: EvidenceLink; withScores: boolean }) {
  const t = useTranslations('evidence');
  const { evidence, canWrite } = useEditor();
  const said = useStore(evidence, (state) => state.links.get(link.id));
  const quote = useStore(evidence, (state) => state.quotes.get(link.id)?.text);
  const { name, words } = useLinkName()(link);
  const { unlink } = useLinking();
  const isOne = link.responseId !== undefined;
  const state = said?.state ?? 'found';
  return (
    <li className="py-2">
      <div className="flex items-start gap-2">
        <div className="min-w-0 flex-1 text-sm">
          <p className="truncate font-semibold">{name}</p>
          <p className="text-ink-soft text-xs">
            {words}
            {said && !isOne && state === 'found' ? ` · ${t('answers', { count: said.answers })}` : ''}
          </p>
        </div>
        {canWrite ? (
          <IconButton
            size="sm"
            label={t('unlink', { what: `${name}, ${words}` })}
            icon={<Link2Off size={16} />}
            onClick={() => unlink(link.id)}
          />
        ) : null}
      </div>
      {state === 'found' ? null : <p className="mt-1 text-ink-soft text-xs">{t(`state.${state}`)}</p>}
      {isOne && quote ? (
        <blockquote className="mt-1 whitespace-pre-wrap break-words border-evidence border-l-2 pl-3 text-sm italic">
          {t('quoted', { text: quote })}
        </blockquote>
      ) : null}
      {withScores && said && said.scores.length > 0 ? (
        <>
          <ScoreList scores={said.scores} linked={said.linkedThen} className="mt-2" />
          <LinkedThen linked={said.linkedThen} />
        </>
      ) : null}
      {withScores && said?.reasons ? <ReasonList reasons={said.reasons} /> : null}
    </li>
  );
}
