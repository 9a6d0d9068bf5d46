import { notFound } from 'next/navigation';
import type { Source } from '@/components/evidence/source';
import { requireSourceAccess, type SourceNeed } from '@/lib/auth/sourceAccess';
import type { SourceRow } from '@/lib/data/evidence/sources';
import { runtime } from '@/lib/runtime';
import { orNotFound } from '../../../../_shell/orNotFound';
import { type AskedEvidence, requireEvidence } from './requireEvidence';

/** A source's page, asked for by somebody who may see it. */
export type AskedSource = AskedEvidence & { row: SourceRow; source: Source };

/** Lets a member in who may do with a source what a page is for; `path` is what follows the source in its address. */
export async function requireSource(
  { workspaceId, sourceId }: { workspaceId: string; sourceId: string },
  path: string,
  need: SourceNeed,
): Promise<AskedSource> {
  const asked = await requireEvidence(workspaceId, `/${sourceId}${path}`, need);
  const row = await orNotFound(requireSourceAccess(asked.user, sourceId, need, runtime().database));
  if (row.workspaceId !== asked.workspace.id) notFound();
  const { revision: _, createdAt: _at, ...source } = row;
  return { ...asked, row, source };
}
