import { useTranslations } from 'use-intl';

type Props = { eyebrow: string; title: string; aside?: string };

/** The line above a part of the map: what it is, and what it is called. */
export function PartWords({ eyebrow, title, aside }: Props) {
  return (
    <div className="absolute inset-x-0 top-0 flex h-28 items-end gap-6 overflow-hidden bg-paper px-4 pb-4 md:h-[8.5rem] md:px-12 md:pb-6">
      <div className="min-w-0 flex-1">
        <p className="font-semibold text-ink-soft text-sm md:text-base">{eyebrow}</p>
        <h2 className="line-clamp-2 text-balance font-bold text-2xl leading-tight tracking-tight md:line-clamp-1 md:text-4xl">
          {title}
        </h2>
      </div>
      {aside ? <p className="shrink-0 text-ink-soft max-md:hidden">{aside}</p> : null}
    </div>
  );
}

/** What the picture of a part says, for those who cannot see it. */
export function PartText({ rows }: { rows: readonly { key: string; name: string; texts: readonly string[] }[] }) {
  const t = useTranslations('present');
  if (rows.length === 0) return null;
  return (
    <ul className="sr-only" aria-label={t('onMap')}>
      {rows.map(({ key, name, texts }) => (
        <li key={key}>{texts.length > 0 ? `${name}: ${texts.join('; ')}` : name}</li>
      ))}
    </ul>
  );
}
