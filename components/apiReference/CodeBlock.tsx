import clsx from 'clsx';
import { CopyButton } from '@/components/ui/CopyButton';
import { jsonParts } from './jsonParts';

type Props = {
  title: string;
  code: string;
  /** Shown in the colours of JSON. */
  isJson?: boolean;
  copyLabel?: string;
};

const colours = { key: '', string: 'text-accent', value: 'text-warning', rest: 'text-ink-soft' };
/** Longer answers are shown when they are asked for; a request is what one came for. */
const mostLines = 24;

/** Code to read and to copy. Long lines are broken instead of scrolled: nothing is out of sight, on a phone and on paper either. */
export function CodeBlock({ title, code, isJson = false, copyLabel }: Props) {
  const isLong = isJson && code.split('\n').length > mostLines;
  const text = (
    <pre className="whitespace-pre-wrap px-4 pb-3 font-mono text-ink text-sm leading-relaxed [overflow-wrap:anywhere]">
      {isJson
        ? jsonParts(code).map(({ text: part, kind }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the text never changes
            <span key={index} className={colours[kind]}>
              {part}
            </span>
          ))
        : code}
    </pre>
  );
  const titleClass = 'font-semibold text-ink-soft text-sm';
  return (
    <div className="overflow-hidden rounded-lg bg-surface-sunken inset-ring inset-ring-line print:break-inside-avoid">
      {isLong ? (
        <details>
          <summary className={clsx(titleClass, 'cursor-pointer rounded-lg px-4 py-2.5 focus-visible:-outline-offset-2')}>
            {title}
          </summary>
          {text}
        </details>
      ) : (
        <>
          <div className="flex min-h-11 items-center justify-between gap-2 py-1 pr-1.5 pl-4">
            <p className={titleClass}>{title}</p>
            {copyLabel === undefined ? null : (
              <CopyButton text={code} size="sm" variant="ghost" aria-label={copyLabel} className="print:hidden" />
            )}
          </div>
          {text}
        </>
      )}
    </div>
  );
}
