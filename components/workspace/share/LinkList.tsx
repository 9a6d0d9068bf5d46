'use client';

import { Plus } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Banner } from '@/components/ui/Banner';
import { Button } from '@/components/ui/Button';
import { LinksPending } from './LinksPending';
import { isLocalAddress } from './mapLink';
import type { useMapLinks } from './useMapLinks';

type Props<Link, New> = {
  /** What such links are for. */
  lead: string;
  of: ReturnType<typeof useMapLinks<Link, New>>;
  card: (link: Link, onRevoke: () => Promise<void>) => ReactNode;
  form: (actions: { onCreate: (link: New) => Promise<void>; onCancel: (() => void) | undefined }) => ReactNode;
};

/** The links of one kind that lead to a map: each with its end, and a new one. */
export function LinkList<Link extends { id: string; url: string }, New>({ lead, of, card, form }: Props<Link, New>) {
  const t = useTranslations('workspace.share');
  const { links, problem, load, create, revoke } = of;
  const [adding, setAdding] = useState(false);
  if (!links) return <LinksPending problem={problem} onRetry={load} />;
  return (
    <div className="space-y-5">
      <p className="text-pretty text-ink-soft">{lead}</p>
      {links.some(({ url }) => isLocalAddress(url)) ? <Banner tone="warning">{t('localAddress')}</Banner> : null}
      {links.length > 0 ? <ul className="space-y-4">{links.map((link) => card(link, () => revoke(link.id)))}</ul> : null}
      {adding || links.length === 0 ? (
        form({
          onCreate: async (link) => {
            await create(link);
            setAdding(false);
          },
          onCancel: links.length > 0 ? () => setAdding(false) : undefined,
        })
      ) : (
        <Button icon={<Plus size={16} aria-hidden="true" />} onClick={() => setAdding(true)}>
          {t('another')}
        </Button>
      )}
    </div>
  );
}
