import { ChevronLeft } from 'lucide-react';
import type { Metadata } from 'next';
import Link from 'next/link';
import { ErasureList } from '@/components/evidence/privacy/ErasureList';
import { PersonSearch } from '@/components/evidence/privacy/PersonSearch';
import { Section } from '@/components/workspace/Section';
import { findActorNames } from '@/lib/data/actorNames';
import { listColumns } from '@/lib/data/evidence/columns';
import { listErasures } from '@/lib/data/evidence/erasures';
import { listSources } from '@/lib/data/evidence/sources';
import { translatorOf } from '@/lib/i18n/translator';
import { runtime } from '@/lib/runtime';
import { pageTitle } from '../../../../_shell/pageTitle';
import { pagePreferences } from '../../../../_shell/preferences';
import { toAnswerColumn } from '../_shell/answerColumn';
import { EvidencePage } from '../_shell/EvidencePage';
import { requireEvidence } from '../_shell/requireEvidence';

type Props = { params: Promise<{ workspaceId: string }> };

export const generateMetadata = (): Promise<Metadata> => pageTitle(({ evidencePages }) => evidencePages('privacy.title'));

/** For whoever answers for personal data: what is stored about a person, and who was erased when. */
export default async function PrivacyPage({ params }: Props) {
  const { workspaceId } = await params;
  const asked = await requireEvidence(workspaceId, '/privacy', 'workspace.eraseAnswers');
  const { workspace } = asked;
  const { database } = runtime();
  const sources = [];
  for (const { id, name } of await listSources(database, workspace.id)) {
    sources.push({ id, name, columns: (await listColumns(database, id)).map(toAnswerColumn) });
  }
  const erasures = await listErasures(database, workspace.id);
  const names = await findActorNames(
    database,
    erasures.map(({ by }) => by),
  );
  const t = translatorOf((await pagePreferences()).locale, 'evidencePages');
  return (
    <EvidencePage asked={asked} width="wide">
      <Link
        href={`/workspace/${workspace.id}/evidence`}
        className="-ml-1 inline-flex items-center gap-1 text-ink-soft text-sm no-underline hover:underline"
      >
        <ChevronLeft size={16} aria-hidden="true" />
        {t('list.title')}
      </Link>
      <h1 className="mt-1 mb-1 font-bold text-2xl tracking-tight">{t('privacy.title')}</h1>
      <p className="mb-8 max-w-prose text-pretty text-ink-soft">{t('privacy.lead')}</p>
      <Section title={t('privacy.person')} lead={t('privacy.personLead')}>
        <PersonSearch workspaceId={workspace.id} sources={sources} />
      </Section>
      <Section title={t('privacy.erasures')} lead={t('privacy.erasuresLead')}>
        <ErasureList
          workspaceId={workspace.id}
          erasures={erasures.map(({ at, by }) => ({ at: at.toISOString(), name: names.get(by) ?? null }))}
        />
      </Section>
    </EvidencePage>
  );
}
