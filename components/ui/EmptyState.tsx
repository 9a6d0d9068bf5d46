import type { ReactNode } from 'react';

type Props = {
  picture?: ReactNode;
  title: ReactNode;
  children?: ReactNode;
  action?: ReactNode;
  /** Another way than the button, below it. */
  otherwise?: ReactNode;
  headingLevel?: 1 | 2 | 3;
};

/** What stands where nothing is yet: one sentence that helps, one button. */
export function EmptyState({ picture, title, children, action, otherwise, headingLevel = 2 }: Props) {
  const Heading = `h${headingLevel}` as const;
  return (
    <div className="mx-auto flex max-w-lg flex-col items-center px-4 py-12 text-center">
      {picture ? (
        <div className="mb-6" aria-hidden="true">
          {picture}
        </div>
      ) : null}
      <Heading className="font-bold text-xl">{title}</Heading>
      {children ? <div className="mt-2 text-pretty text-ink-soft">{children}</div> : null}
      {action ? <div className="mt-6 flex flex-wrap justify-center gap-2">{action}</div> : null}
      {otherwise ? <p className="mt-4 text-ink-faint text-sm">{otherwise}</p> : null}
    </div>
  );
}
