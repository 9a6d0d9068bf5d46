import { Badge } from '@/components/ui/Badge';
import { CopyButton } from '@/components/ui/CopyButton';
import { Prose } from './Prose';
import type { Words } from './words';

type Props = { t: Words; introduction: string; version: string; server: string };

/** What the API is, where it is, and how one begins. */
export function Introduction({ t, introduction, version, server }: Props) {
  const base = `${server}/api/v1`;
  return (
    <section id="start" aria-labelledby="start-title" className="scroll-mt-4 pb-8">
      <p className="flex flex-wrap items-center gap-3">
        <Badge>{t('version', { version })}</Badge>
      </p>
      <h1 id="start-title" className="mt-2 font-bold text-3xl tracking-tight">
        {t('title')}
      </h1>
      <p className="mt-2 max-w-prose text-pretty text-ink-soft text-lg">{t('lead')}</p>
      <ol className="mt-6 max-w-prose list-decimal space-y-2 pl-5 marker:font-semibold marker:text-ink-faint">
        <li>
          {t.rich('stepToken', {
            link: (text) => (
              <a href="/account" className="underline">
                {text}
              </a>
            ),
            code: (text) => <code className="font-mono text-[0.9em]">{text}</code>,
          })}
        </li>
        <li>{t('stepRequest')}</li>
        <li>
          {t.rich('stepDescription', {
            link: (text) => (
              <a href="/api/v1/openapi.json" className="underline">
                {text}
              </a>
            ),
          })}
        </li>
      </ol>
      <div className="mt-6 flex max-w-prose items-center gap-x-3 rounded-lg bg-surface-sunken py-2 pr-2 pl-4 max-sm:gap-x-1 max-sm:pr-1 max-sm:pl-3 inset-ring inset-ring-line">
        <span className="font-semibold text-ink-soft text-sm max-sm:sr-only">{t('address')}</span>
        <code className="min-w-0 flex-1 break-words font-mono text-sm max-sm:text-xs">{base}</code>
        <CopyButton text={base} size="sm" variant="ghost" aria-label={t('copyAddress')} className="print:hidden" />
      </div>
      {/* Its first sentence is the lead, which stands above in the reader’s language. */}
      <Prose text={introduction.split('\n\n').slice(1).join('\n\n')} className="mt-6 max-w-prose" />
    </section>
  );
}
