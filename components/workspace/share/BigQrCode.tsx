'use client';

import { useTranslations } from 'use-intl';
import { Dialog } from '@/components/ui/Dialog';
import { QrCode } from './QrCode';

type Props = { open: boolean; onOpenChange: (open: boolean) => void; url: string; mapTitle: string };

/** The code as large as the screen allows, for the wall of a workshop. */
export function BigQrCode({ open, onOpenChange, url, mapTitle }: Props) {
  const t = useTranslations('workspace.share');
  return (
    <Dialog open={open} onOpenChange={onOpenChange} size="lg" title={mapTitle || t('untitled')} description={t('scan')}>
      <div className="flex flex-col items-center gap-4">
        <QrCode text={url} label={t('qrLabel')} className="block w-[min(100%,56dvh)] rounded-lg" />
        <p className="select-all text-center font-semibold text-lg [overflow-wrap:anywhere]">{url}</p>
      </div>
    </Dialog>
  );
}
