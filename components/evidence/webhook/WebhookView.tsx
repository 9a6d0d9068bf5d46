'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Section } from '@/components/workspace/Section';
import type { Source } from '../source';
import { useEvidenceRefresh } from '../useEvidenceRefresh';
import { DeliveryList } from './DeliveryList';
import { KnownColumns } from './KnownColumns';
import { MadeSecret } from './MadeSecret';
import { WebhookAddress } from './WebhookAddress';
import type { Delivery, Webhook } from './webhook';

type Props = { source: Source; webhook: Webhook | null; deliveries: readonly Delivery[]; columns: readonly string[][] };

/** The webhook of a source: its address and secret, what deliveries may hold, and what came. */
export function WebhookView({ source, webhook, deliveries, columns }: Props) {
  const t = useTranslations('evidencePages.webhook');
  const [secret, setSecret] = useState<string | null>(null);
  useEvidenceRefresh(source.workspaceId);
  return (
    <div className="-mt-6">
      <Section title={t('title')} lead={t('lead')}>
        <div className="space-y-5">
          {secret !== null && webhook ? <MadeSecret secret={secret} onDone={() => setSecret(null)} /> : null}
          <WebhookAddress source={source} webhook={webhook} onSecret={setSecret} />
        </div>
      </Section>
      <Section title={t('columns.title')} lead={t('columns.lead')}>
        <KnownColumns source={source} columns={columns} />
      </Section>
      {webhook ? (
        <Section title={t('deliveries.title')} lead={t('deliveries.lead')}>
          <DeliveryList deliveries={deliveries} />
        </Section>
      ) : null}
    </div>
  );
}
