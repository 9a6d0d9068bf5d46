import { z } from 'zod';
import { auditCsv } from '@/lib/audit/auditCsv';
import { auditQuerySchema, readAuditPage, readWholeAudit } from '@/lib/audit/readAudit';
import { requireWorkspaceAccess } from '@/lib/auth/workspaceAccess';
import { contentDisposition, toFileName } from '@/lib/export/fileName';
import { readQuery } from '@/lib/http/body';
import { route } from '@/lib/http/route';
import { textStream } from '@/lib/http/textStream';
import { translatorOf } from '@/lib/i18n/translator';

const querySchema = auditQuerySchema.extend({ format: z.enum(['json', 'csv']).default('json') });

/** What was done in the workspace: a page as JSON, or all of it as CSV. */
export const GET = route<{ workspaceId: string }>(async (request, { runtime, params, requireActor, locale }) => {
  const { workspace } = await requireWorkspaceAccess(await requireActor(), params.workspaceId, 'workspace.readAudit');
  const { format, ...query } = readQuery(request, querySchema);
  const { database } = runtime;
  if (format === 'json') return Response.json(await readAuditPage(database, workspace.id, query));
  const name = toFileName(translatorOf(locale, 'audit')('fileName', { workspace: workspace.name }), 'audit', 'csv');
  return new Response(textStream(auditCsv(readWholeAudit(database, workspace.id, query.kind), locale)), {
    headers: { 'Content-Type': 'text/csv; charset=utf-8', 'Content-Disposition': contentDisposition(name) },
  });
});
