import { palette, type Scheme } from '@/lib/map/layout/palette';
import type { OfflinePage } from './offlinePage';

const colours = [
  'paper',
  'surface',
  'ink',
  'inkSoft',
  'inkMuted',
  'inkInverse',
  'line',
  'lineStrong',
  'moment',
  'focus',
] as const;

const variables = (scheme: Scheme): string =>
  `color-scheme:${scheme};${colours.map((name) => `--${name}:${palette[name][scheme]}`).join(';')}`;

const face = (path: string, weight: number): string =>
  `@font-face{font-family:Inter;font-weight:${weight};font-display:swap;src:url("${path}") format("woff2")}`;

/** The style of the offline page, which has nothing but what stands in it: the product's colours, and its font where that is kept. */
export function offlineStyle(fonts: OfflinePage['fonts']): string {
  return `${fonts ? face(fonts.regular, 400) + face(fonts.strong, 600) : ''}
:root{${variables('light')}}
@media (prefers-color-scheme:dark){:root:not([data-theme=light]){${variables('dark')}}}
:root[data-theme=dark]{${variables('dark')}}
*{box-sizing:border-box;margin:0}
body{min-height:100dvh;background:var(--paper);color:var(--ink);font:400 .9375rem/1.5rem Inter,system-ui,sans-serif;-webkit-text-size-adjust:100%}
header{display:flex;align-items:center;gap:.5rem;height:3.5rem;padding:0 1rem;border-bottom:1px solid var(--line);font-weight:600;font-size:1.0625rem;letter-spacing:-.02em}
main{max-width:34rem;margin:0 auto;padding:3rem 1rem 5rem}
h1{font-size:1.5rem;line-height:2rem;font-weight:600;letter-spacing:-.02em;text-wrap:balance}
h2{font-size:1.0625rem;line-height:1.5rem;font-weight:600}
p{color:var(--inkSoft);text-wrap:pretty}
.lead{margin-top:.75rem}
.try{display:flex;flex-wrap:wrap;align-items:center;gap:.5rem 1rem;margin-top:1.5rem;font-size:.8125rem}
button{height:2.75rem;padding:0 1.25rem;border:0;border-radius:.5rem;background:var(--ink);color:var(--inkInverse);font:inherit;font-size:.9375rem;font-weight:600;cursor:pointer}
section{margin-top:3rem}
section p{margin-top:.25rem;font-size:.8125rem;line-height:1.25rem}
ul{margin-top:1rem;padding:0;list-style:none;border:1px solid var(--line);border-radius:.75rem;background:var(--surface);overflow:hidden}
li+li{border-top:1px solid var(--line)}
a{display:block;padding:.75rem 1rem;color:inherit;text-decoration:none}
a:hover b{text-decoration:underline;text-underline-offset:3px}
a b{display:block;font-weight:600;overflow-wrap:anywhere}
a span{display:block;color:var(--inkMuted);font-size:.8125rem;line-height:1.25rem}
:focus-visible{outline:2px solid var(--focus);outline-offset:2px}
a:focus-visible{outline-offset:-2px;border-radius:.75rem}
@media (min-width:40rem){header{padding:0 1.5rem}main{padding-top:5rem}}`;
}

/**
 * Loads the page again when the server is back. It asks when the browser says that there is a network, or somebody looks again, and now and
 * then by itself: more and more rarely, and not while nobody looks or there is no network. A network alone reloads nothing: it may not lead to
 * the server, and a reload would overtake the map that is being opened.
 */
export const offlineScript = `
const again = () => location.reload();
document.getElementById('retry').addEventListener('click', again);
let pause = 2000;
let timer;
const look = async () => {
  clearTimeout(timer);
  if (navigator.onLine && document.visibilityState === 'visible') {
    const answer = await fetch('/api/build', { cache: 'no-store' }).catch(() => null);
    if (answer?.ok) return again();
    pause = Math.min(pause * 1.5, 30000);
  }
  clearTimeout(timer);
  timer = setTimeout(look, pause);
};
const lookNow = () => {
  pause = 2000;
  void look();
};
addEventListener('online', lookNow);
document.addEventListener('visibilitychange', lookNow);
timer = setTimeout(look, pause);
`;
