import { useSyncExternalStore } from 'react';
import type { Scheme } from '@/lib/map/layout/palette';

const query = '(prefers-color-scheme: dark)';

function read(): Scheme {
  const chosen = document.documentElement.dataset.theme;
  if (chosen === 'light' || chosen === 'dark') return chosen;
  return window.matchMedia(query).matches ? 'dark' : 'light';
}

function subscribe(listener: () => void): () => void {
  const media = window.matchMedia(query);
  const observer = new MutationObserver(listener);
  media.addEventListener('change', listener);
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
  return () => {
    media.removeEventListener('change', listener);
    observer.disconnect();
  };
}

/** The scheme that the page is shown in, for what cannot use CSS variables. */
export function useScheme(): Scheme {
  return useSyncExternalStore(subscribe, read, () => 'light');
}
