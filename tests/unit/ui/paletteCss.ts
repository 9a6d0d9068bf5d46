import { type Colour, cardBorders, palette, presenceColours, type Scheme } from '@/lib/map/layout/palette';

const kebab = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** Every colour of the map by the name of its CSS variable (without the dashes): `ink-soft`, `card-yellow`, `card-yellow-line`, `presence-1`. */
export function paletteVariables(): Map<string, Colour> {
  const variables = new Map<string, Colour>();
  for (const [name, colour] of Object.entries(palette)) {
    variables.set(name in cardBorders ? `card-${kebab(name)}` : kebab(name), colour);
  }
  for (const [name, colour] of Object.entries(cardBorders)) variables.set(`card-${kebab(name)}-line`, colour);
  presenceColours.forEach((colour, index) => {
    variables.set(`presence-${index + 1}`, colour);
  });
  return variables;
}

function block(scheme: Scheme, indent: string): string {
  return [...paletteVariables()].map(([name, colour]) => `${indent}--${name}: ${colour[scheme]};`).join('\n');
}

/** The text of app/palette.css. */
export function paletteCss(): string {
  return `/*
 * The colours of maps as CSS variables, made from lib/map/layout/palette.ts: do not edit.
 * After a change there: npx vitest run --project unit tests/unit/ui/palette.test.ts -u
 */
:root {
${block('light', '  ')}
}

@media (prefers-color-scheme: dark) {
  :root:not([data-theme="light"]) {
${block('dark', '    ')}
  }
}

:root[data-theme="dark"] {
${block('dark', '  ')}
}
`;
}
