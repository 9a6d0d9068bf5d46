'use client';

import { ExternalLink, FileText, Map as MapIcon, MonitorPlay } from 'lucide-react';
import dynamic from 'next/dynamic';
import { Suspense, useEffect, useMemo, useState } from 'react';
import { useTranslations } from 'use-intl';
import { createPictureStore } from '@/components/picture/pictureStore';
import { usePicture } from '@/components/picture/usePicture';
import { Badge } from '@/components/ui/Badge';
import { Banner } from '@/components/ui/Banner';
import { Button } from '@/components/ui/Button';
import { buttonClass } from '@/components/ui/buttonClass';
import { SegmentedControl } from '@/components/ui/SegmentedControl';
import { useDateText } from '@/components/ui/Time';
import type { ArrangedMap } from '@/lib/map/arrange';
import { JourneyText } from './JourneyText';
import { fetchPicture } from './linkRequests';
import { MapPicture } from './MapPicture';

const Presentation = dynamic(() => import('@/components/present/Presentation').then((module) => module.Presentation));

type Props = { token: string; proof: string | null; embedded: boolean; map: ArrangedMap; staleSince: Date | null };

/** A map for reading: as a picture, as text, or as a presentation. */
export function MapReader({ token, proof, embedded, map, staleSince }: Props) {
  const t = useTranslations('view');
  const words = useTranslations('canvas');
  const dateText = useDateText();
  const [as, setAs] = useState<'picture' | 'text'>('picture');
  const [presenting, setPresenting] = useState(false);
  const picture = usePicture(map);
  const pictures = useMemo(() => createPictureStore((fileId) => fetchPicture(token, proof, fileId)), [token, proof]);
  useEffect(() => () => pictures.close(), [pictures]);
  useEffect(() => {
    pictures.want(picture.index.layout.cards.flatMap((card) => card.pictures.map(({ fileId }) => fileId)));
  }, [pictures, picture]);
  const title = map.meta.title.trim() || words('untitledMap');
  return (
    <div className="flex h-dvh flex-col overflow-hidden bg-paper">
      <header className="z-10 flex min-h-14 shrink-0 flex-wrap items-center gap-x-3 gap-y-1 border-line border-b bg-paper px-3 py-1.5 sm:px-4">
        <h1 className="min-w-0 flex-1 truncate font-bold text-lg max-sm:basis-full" title={title}>
          {title}
        </h1>
        <span className="max-md:hidden">
          <Badge>{words(`mapKind.${map.meta.kind}`)}</Badge>
        </span>
        <SegmentedControl
          label={t('as')}
          className="max-sm:flex-1"
          value={as}
          onChange={setAs}
          options={[
            { value: 'picture', label: t('picture'), icon: <MapIcon size={16} aria-hidden="true" /> },
            { value: 'text', label: t('text'), icon: <FileText size={16} aria-hidden="true" /> },
          ]}
        />
        <Button
          variant="primary"
          aria-label={t('present')}
          icon={<MonitorPlay size={16} aria-hidden="true" />}
          onClick={() => setPresenting(true)}
        >
          <span className="max-sm:hidden">{t('present')}</span>
        </Button>
        {embedded ? (
          <a
            href={`/view/${token}`}
            target="_blank"
            rel="noopener"
            aria-label={t('openWhole')}
            title={t('openWhole')}
            className={buttonClass({ variant: 'ghost', className: 'w-9 px-0 pointer-coarse:w-11' })}
          >
            <ExternalLink size={16} aria-hidden="true" />
          </a>
        ) : null}
      </header>
      {staleSince ? (
        <div className="px-3 pt-2">
          <Banner tone="warning">{t('stale', { time: dateText(staleSince, { timeStyle: 'short' }) })}</Banner>
        </div>
      ) : null}
      <main className="relative min-h-0 flex-1">
        {as === 'picture' ? (
          <MapPicture picture={picture} pictures={pictures} />
        ) : (
          <JourneyText map={map} labels={picture.labels} />
        )}
      </main>
      {presenting ? (
        <Suspense>
          <Presentation picture={picture} pictures={pictures} onClose={() => setPresenting(false)} />
        </Suspense>
      ) : null}
    </div>
  );
}
