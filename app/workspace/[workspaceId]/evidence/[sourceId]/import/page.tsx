import type { Metadata } from 'next';
import { FileChoice } from '@/components/evidence/imports/FileChoice';
import { OpenImportLine } from '@/components/evidence/imports/OpenImportLine';
import { pathOfSource } from '@/components/evidence/source';
import { listOpenImports } from '@/lib/data/evidence/imports';
import { translatorOf } from '@/lib/i18n/translator';
import { runtime } from '@/lib/runtime';
import { pageTitle } from '../../../../../_shell/pageTitle';
import { pagePreferences } from '../../../../../_shell/preferences';
import { toOpenImport } from '../../_shell/openImport';
import { requireSource } from '../../_shell/requireSource';
import { SourcePage } from '../../_shell/SourcePage';

type Props = { params: Promise<{ workspaceId: string; sourceId: string }> };

export const generateMetadata = (): Promise<Metadata> => pageTitle(({ evidencePages }) => evidencePages('files.importTitle'));

/** Where a file of answers is chosen. */
export default async function ImportPage({ params }: Props) {
  const asked = await requireSource(await params, '/import', 'workspace.importAnswers');
  const { source } = asked;
  const { database, env } = runtime();
  const open = (await listOpenImports(database, source.workspaceId)).filter(({ sourceId }) => sourceId === source.id);
  const t = translatorOf((await pagePreferences()).locale, 'evidencePages');
  return (
    <SourcePage asked={asked}>
      <h2 className="mb-1 font-semibold text-xl">{t('files.importTitle')}</h2>
      <p className="mb-5 max-w-prose text-pretty text-ink-soft">{t('files.importLead')}</p>
      <FileChoice source={source} largest={env.MAX_EVIDENCE_MB} />
      {open.length > 0 ? (
        <>
          <h3 className="mt-8 mb-2 font-semibold">{t('files.open')}</h3>
          <ul className="space-y-2">
            {open.map((row) => (
              <OpenImportLine key={row.id} file={toOpenImport(row)} path={`${pathOfSource(source)}/files/${row.id}`} />
            ))}
          </ul>
        </>
      ) : null}
    </SourcePage>
  );
}
