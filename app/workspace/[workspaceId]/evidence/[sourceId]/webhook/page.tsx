import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { WebhookView } from '@/components/evidence/webhook/WebhookView';
import { toDeliveryBody, toWebhookBody } from '@/lib/api/endpoints/webhookBodies';
import { runtime } from '@/lib/runtime';
import { readWebhook } from '@/lib/sources/push/readWebhook';
import { pageTitle } from '../../../../../_shell/pageTitle';
import { pagePreferences } from '../../../../../_shell/preferences';
import { requireSource } from '../../_shell/requireSource';
import { SourcePage } from '../../_shell/SourcePage';

type Props = { params: Promise<{ workspaceId: string; sourceId: string }> };

export const generateMetadata = (): Promise<Metadata> => pageTitle(({ evidencePages }) => evidencePages('source.pages.webhook'));

/** The webhook of a source, by which a tool pushes answers. */
export default async function WebhookPage({ params }: Props) {
  const asked = await requireSource(await params, '/webhook', 'workspace.manageSources');
  const running = runtime();
  const { webhook, deliveries, columns } = await readWebhook(running, asked.source.id);
  const { locale } = await pagePreferences();
  return (
    <SourcePage asked={asked}>
      <WebhookView
        source={asked.source}
        webhook={webhook && toWebhookBody(running, await headers(), webhook)}
        deliveries={deliveries.map((row) => toDeliveryBody(row, locale))}
        columns={columns}
      />
    </SourcePage>
  );
}
