'use client';

import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Banner } from '@/components/ui/Banner';
import { Button } from '@/components/ui/Button';
import { Dialog } from '@/components/ui/Dialog';
import { Spinner } from '@/components/ui/Spinner';
import { useProblemSentence } from '../useProblemSentence';
import { JoinLinkCard } from './JoinLinkCard';
import { JoinLinkForm } from './JoinLinkForm';
import { isLocalAddress } from './joinLink';
import { useJoinLinks } from './useJoinLinks';

type Props = { mapId: string; mapTitle: string; open: boolean; onOpenChange: (open: boolean) => void };

/** Who may join a map by link: the links with their QR codes, a new one, and the end of each. Needs the right to share the map. */
export function ShareDialog({ mapId, mapTitle, open, onOpenChange }: Props) {
  const t = useTranslations('workspace.share');
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={t('title', { title: mapTitle || t('untitled') })}
      description={t('description')}
    >
      <ShareContent mapId={mapId} mapTitle={mapTitle} />
    </Dialog>
  );
}

function ShareContent({ mapId, mapTitle }: { mapId: string; mapTitle: string }) {
  const t = useTranslations('workspace.share');
  const common = useTranslations('common');
  const sentenceOf = useProblemSentence();
  const { links, problem, load, create, revoke } = useJoinLinks(mapId);
  const [adding, setAdding] = useState(false);

  if (!links) {
    return problem ? (
      <Banner
        tone="danger"
        urgent
        action={
          <Button size="sm" onClick={load}>
            {common('retry')}
          </Button>
        }
      >
        {sentenceOf(problem)}
      </Banner>
    ) : (
      <div role="status" className="flex items-center gap-3 py-8 text-ink-soft">
        <Spinner /> {common('loading')}
      </div>
    );
  }
  const formShown = adding || links.length === 0;
  return (
    <div className="space-y-5">
      {links.some(({ url }) => isLocalAddress(url)) ? <Banner tone="warning">{t('localAddress')}</Banner> : null}
      {links.length > 0 ? (
        <ul className="space-y-4">
          {links.map((link) => (
            <JoinLinkCard key={link.id} link={link} mapTitle={mapTitle} onRevoke={() => revoke(link.id)} />
          ))}
        </ul>
      ) : null}
      {formShown ? (
        <JoinLinkForm
          onCreate={async (link) => {
            await create(link);
            setAdding(false);
          }}
          onCancel={links.length > 0 ? () => setAdding(false) : undefined}
        />
      ) : (
        <Button icon={<Plus size={16} aria-hidden="true" />} onClick={() => setAdding(true)}>
          {t('another')}
        </Button>
      )}
    </div>
  );
}
