'use client';

import { Check, Copy } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button, type ButtonProps } from './Button';
import { copyText } from './copyText';
import { useToast } from './Toast';

type Props = Omit<ButtonProps, 'onClick' | 'icon'> & { text: string; label?: string };

/** Copies a text and says so for two seconds. */
export function CopyButton({ text, label, ...button }: Props) {
  const t = useTranslations('common');
  const toast = useToast();
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), 2_000);
    return () => clearTimeout(timer);
  }, [copied]);
  const Icon = copied ? Check : Copy;
  return (
    <>
      <Button
        {...button}
        icon={<Icon size={16} aria-hidden="true" />}
        onClick={async () => {
          if (await copyText(text)) setCopied(true);
          else toast({ title: t('copyFailed'), tone: 'danger' });
        }}
      >
        {copied ? t('copied') : (label ?? t('copy'))}
      </Button>
      <span role="status" className="sr-only">
        {copied ? t('copied') : ''}
      </span>
    </>
  );
}
