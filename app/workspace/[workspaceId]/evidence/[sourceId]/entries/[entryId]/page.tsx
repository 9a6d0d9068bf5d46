import type { Metadata } from 'next';
import { EntryForm } from '@/components/evidence/entries/EntryForm';
import { entryFieldsSchema } from '@/components/evidence/entries/entry';
import { toEntryFileBody } from '@/lib/api/endpoints/sourceBodies';
import { translatorOf } from '@/lib/i18n/translator';
import { runtime } from '@/lib/runtime';
import { requireEntry } from '@/lib/sources/entries/readEntry';
import { listDimensions } from '@/lib/sources/listDimensions';
import { orNotFound } from '../../../../../../_shell/orNotFound';
import { pageTitle } from '../../../../../../_shell/pageTitle';
import { pagePreferences } from '../../../../../../_shell/preferences';
import { requireSource } from '../../../_shell/requireSource';
import { SourcePage } from '../../../_shell/SourcePage';

type Props = { params: Promise<{ workspaceId: string; sourceId: string; entryId: string }> };

export const generateMetadata = (): Promise<Metadata> => pageTitle(({ evidencePages }) => evidencePages('entries.editTitle'));

/** Where what somebody typed in is edited. */
export default async function EntryPage({ params }: Props) {
  const given = await params;
  const asked = await requireSource(given, `/entries/${given.entryId}`, 'workspace.importAnswers');
  const { source, row, user } = asked;
  const running = runtime();
  const { entry, note } = await orNotFound(requireEntry(running, source.id, given.entryId));
  const text = (value: string | null): string => value ?? '';
  const fields = entryFieldsSchema.parse({
    ...{ day: entry.day, who: text(entry.who), segment: text(entry.segment), channel: text(entry.channel) },
    ...{ touchpoint: text(entry.touchpoint), text: entry.text, keepsPersonal: entry.keepsPersonal },
    satisfaction: entry.satisfaction === null ? '' : String(entry.satisfaction),
  });
  const stored = {
    ...{ id: given.entryId, editedAt: note.editedAt?.toISOString() ?? null },
    ...{ fields, files: note.files.map(toEntryFileBody) },
  };
  const t = translatorOf((await pagePreferences()).locale, 'evidencePages');
  return (
    <SourcePage asked={asked}>
      <h2 className="mb-5 font-semibold text-xl">{t('entries.editTitle')}</h2>
      <EntryForm source={source} userId={user.userId} dimensions={await listDimensions(running, row)} entry={stored} />
    </SourcePage>
  );
}
