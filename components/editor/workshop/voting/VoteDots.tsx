import clsx from 'clsx';

type Props = { given: number; total: number; className?: string };

/** Dots side by side: so many of them filled. Says nothing by itself. */
export function VoteDots({ given, total, className }: Props) {
  return (
    <span aria-hidden="true" className={clsx('inline-flex flex-wrap items-center gap-1', className)}>
      {Array.from({ length: total }, (_, index) => (
        <span
          // biome-ignore lint/suspicious/noArrayIndexKey: a dot is nothing but its place.
          key={index}
          className={clsx('size-2.5 rounded-full border-[1.5px] border-vote', index < given && 'bg-vote')}
        />
      ))}
    </span>
  );
}
