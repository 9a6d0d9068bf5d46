import clsx from 'clsx';
import type { ReactNode } from 'react';
import { AppHeader, type HeaderProps } from '@/components/workspace/header/AppHeader';

type Props = HeaderProps & { width?: 'narrow' | 'medium' | 'wide'; children: ReactNode };

const widths = { narrow: 'max-w-md', medium: 'max-w-3xl', wide: 'max-w-6xl' };

/** Header and main part of a page. */
export function Page({ width = 'wide', children, ...header }: Props) {
  return (
    <div className="flex min-h-dvh flex-col">
      <AppHeader {...header} />
      <main
        id="content"
        tabIndex={-1}
        className={clsx('mx-auto w-full flex-1 px-4 pt-6 pb-20 outline-none sm:px-6', widths[width])}
      >
        {children}
      </main>
    </div>
  );
}
