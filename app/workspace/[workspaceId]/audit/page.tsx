import type { Metadata } from 'next';
import Link from 'next/link';
import { buttonClass } from '@/components/ui/buttonClass';
import { EmptyState } from '@/components/ui/EmptyState';
import { DateTime } from '@/components/ui/Time';
import { AuditFilter } from '@/components/workspace/audit/AuditFilter';
import { auditKinds } from '@/lib/audit/auditKind';
import { auditSentence } from '@/lib/audit/auditSentence';
import { auditQuerySchema, readAuditPage } from '@/lib/audit/readAudit';
import { requireWorkspaceAccess } from '@/lib/auth/workspaceAccess';
import { listWorkspaces } from '@/lib/data/workspaces';
import { translatorOf } from '@/lib/i18n/translator';
import { runtime } from '@/lib/runtime';
import { orNotFound } from '../../../_shell/orNotFound';
import { Page } from '../../../_shell/Page';
import { pageTitle } from '../../../_shell/pageTitle';
import { pagePreferences } from '../../../_shell/preferences';
import { requireAccount } from '../../../_shell/requireAccount';

type Props = {
  params: Promise<{ workspaceId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export const generateMetadata = (): Promise<Metadata> => pageTitle(({ audit }) => audit('title'));

/** What was done in a workspace, for its owners. */
export default async function AuditPage({ params, searchParams }: Props) {
  const { workspaceId } = await params;
  const user = await requireAccount(`/workspace/${workspaceId}/audit`);
  const { workspace } = await orNotFound(requireWorkspaceAccess(user, workspaceId, 'workspace.readAudit'));
  const { database } = runtime();
  // An address that somebody changed by hand shows everything rather than nothing.
  const query = auditQuerySchema.catch({}).parse(await searchParams);
  const [{ entries, next }, workspaces] = await Promise.all([
    readAuditPage(database, workspace.id, query),
    listWorkspaces(database, user.userId),
  ]);
  const { locale, theme } = await pagePreferences();
  const t = translatorOf(locale, 'audit');
  const path = `/workspace/${workspace.id}/audit`;
  const linkTo = (before?: string): string => {
    const search = new URLSearchParams({ ...(query.kind ? { kind: query.kind } : {}), ...(before ? { before } : {}) });
    return search.size > 0 ? `${path}?${search}` : path;
  };
  const csv = `/api/workspaces/${workspace.id}/audit?format=csv${query.kind ? `&kind=${query.kind}` : ''}`;
  return (
    <Page theme={theme} user={user} workspaces={workspaces} currentWorkspaceId={workspace.id} width="medium">
      <h1 className="mb-1 font-bold text-2xl tracking-tight">{t('title')}</h1>
      <p className="mb-6 text-pretty text-ink-soft">{t('lead', { workspace: workspace.name })}</p>
      <div className="mb-4 flex flex-wrap items-end justify-between gap-3">
        <AuditFilter
          path={path}
          label={t('filter')}
          value={query.kind ?? 'all'}
          options={[{ value: 'all', label: t('all') }, ...auditKinds.map((value) => ({ value, label: t(`kinds.${value}`) }))]}
        />
        <a href={csv} download className={buttonClass({})}>
          {t('download')}
        </a>
      </div>
      {entries.length === 0 ? (
        <EmptyState title={t('emptyTitle')}>{t('emptyText')}</EmptyState>
      ) : (
        <ul className="divide-y divide-line border-line border-y">
          {entries.map((entry) => (
            <li key={entry.id} className="grid gap-x-6 py-2.5 sm:grid-cols-[1fr_auto]">
              <p className="min-w-0 text-pretty break-words">{auditSentence(entry, locale)}</p>
              <p className="text-ink-faint text-sm tabular-nums sm:pt-0.5">
                <DateTime iso={entry.at.toISOString()} />
              </p>
            </li>
          ))}
        </ul>
      )}
      <nav className="mt-6 flex flex-wrap gap-2" aria-label={t('title')}>
        {query.before ? (
          <Link href={linkTo()} className={buttonClass({})}>
            {t('newest')}
          </Link>
        ) : null}
        {next ? (
          <Link href={linkTo(next)} className={buttonClass({})}>
            {t('older')}
          </Link>
        ) : null}
      </nav>
    </Page>
  );
}
