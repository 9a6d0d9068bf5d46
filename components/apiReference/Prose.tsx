import clsx from 'clsx';

/** Text of the API's description: English, paragraphs apart by blank lines, code between backticks. */
export function Prose({ text, className }: { text: string; className?: string }) {
  return (
    <div lang="en" className={clsx('space-y-3 text-pretty', className)}>
      {text.split('\n\n').map((paragraph) => (
        <p key={paragraph}>
          {paragraph.split('`').map((part, index) =>
            index % 2 === 0 ? (
              part
            ) : (
              // The same word may be marked twice in one paragraph; its place tells the marks apart.
              // biome-ignore lint/suspicious/noArrayIndexKey: the text never changes
              <code key={index} className="break-words rounded bg-surface-sunken px-0.5 py-0.5 font-mono text-[0.9em]">
                {part}
              </code>
            ),
          )}
        </p>
      ))}
    </div>
  );
}
