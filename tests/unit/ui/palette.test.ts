import { expect, test } from 'vitest';
import { paletteCss } from './paletteCss';

test('app/palette.css has the colours of lib/map/layout/palette.ts, so that canvas, picture and PDF agree', async () => {
  await expect(paletteCss()).toMatchFileSnapshot('../../../app/palette.css');
});
