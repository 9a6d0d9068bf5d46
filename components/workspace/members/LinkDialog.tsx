'use client';

import { useTranslations } from 'use-intl';
import { CopyButton } from '@/components/ui/CopyButton';
import { Dialog } from '@/components/ui/Dialog';
import { controlClass } from '@/components/ui/Field';

type Props = { title: string; text: string; url: string; onClose: () => void };

/** A link to pass on that is shown this once. */
export function LinkDialog({ title, text, url, onClose }: Props) {
  const t = useTranslations('workspace.members');
  return (
    <Dialog
      open
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      title={title}
      description={text}
    >
      <div className="flex gap-2">
        <input
          readOnly
          value={url}
          aria-label={t('linkAddress')}
          onFocus={(event) => event.target.select()}
          className={`${controlClass} h-9 min-w-0 flex-1 text-sm pointer-coarse:h-11`}
        />
        <CopyButton text={url} variant="primary" />
      </div>
    </Dialog>
  );
}
