'use client';

import type { ReactNode } from 'react';
import { adoptStyleNonce } from './styleNonce';
import { ToastProvider } from './Toast';
import { TooltipProvider } from './Tooltip';

adoptStyleNonce();

/** What the components of this folder need around them once; inside an IntlProvider. */
export function UiProviders({ children }: { children: ReactNode }) {
  return (
    <TooltipProvider>
      <ToastProvider>{children}</ToastProvider>
    </TooltipProvider>
  );
}
