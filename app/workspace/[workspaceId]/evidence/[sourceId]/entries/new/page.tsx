import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { EntryForm } from '@/components/evidence/entries/EntryForm';
import { isTypedIn } from '@/lib/evidence/sourceKind';
import { translatorOf } from '@/lib/i18n/translator';
import { runtime } from '@/lib/runtime';
import { listDimensions } from '@/lib/sources/listDimensions';
import { pageTitle } from '../../../../../../_shell/pageTitle';
import { pagePreferences } from '../../../../../../_shell/preferences';
import { requireSource } from '../../../_shell/requireSource';
import { SourcePage } from '../../../_shell/SourcePage';

type Props = { params: Promise<{ workspaceId: string; sourceId: string }> };

export const generateMetadata = (): Promise<Metadata> => pageTitle(({ evidencePages }) => evidencePages('entries.newTitle'));

/** Where an interview or observation is written down. */
export default async function NewEntryPage({ params }: Props) {
  const asked = await requireSource(await params, '/entries/new', 'workspace.importAnswers');
  const { source, row, user } = asked;
  if (!isTypedIn(source.kind)) notFound();
  const t = translatorOf((await pagePreferences()).locale, 'evidencePages');
  return (
    <SourcePage asked={asked}>
      <h2 className="mb-1 font-semibold text-xl">{t('entries.newTitle')}</h2>
      <p className="mb-5 max-w-prose text-pretty text-ink-soft">{t('entries.lead')}</p>
      <EntryForm source={source} userId={user.userId} dimensions={await listDimensions(runtime(), row)} entry={null} />
    </SourcePage>
  );
}
