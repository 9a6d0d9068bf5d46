import { describe, expect, it } from 'vitest';
import { exportPath } from '@/components/editor/export/exportRequest';
import { exportOptionsSchema } from '@/lib/export/exportRequest';
import { renderExport } from '@/lib/export/renderExport';
import { smallMap } from '../../builders/map';

const svgOf = async (persona?: string): Promise<string> => {
  const options = exportOptionsSchema.parse({ format: 'svg', locale: 'en', ...(persona === undefined ? {} : { persona }) });
  const { bytes } = await renderExport({ ...options, map: smallMap() });
  return new TextDecoder().decode(bytes);
};

describe('a picture of a map with several personas', () => {
  const [petra, max] = smallMap().personas.toSorted((a, b) => (a.order < b.order ? -1 : 1));

  it('shows all of them over one another, with a legend', async () => {
    const svg = await svgOf();
    expect(svg.match(/>Petra, 52</g)).toHaveLength(2);
    expect(svg).toContain('>Max, 24<');
  });

  it('is the journey of one when it is asked for: the title names that one, and there is no legend', async () => {
    const svg = await svgOf(max?.id);
    expect(svg).not.toContain(petra?.name);
    expect(svg.match(/>Max, 24</g)).toHaveLength(1);
  });

  it('is refused for one that is not on the map', async () => {
    await expect(svgOf('gone')).rejects.toMatchObject({ code: 'invalid', messageKey: 'exportNoPersona' });
  });

  it('is asked for by the dialog, for pictures only', () => {
    const options = { paper: 'fit', orientation: 'landscape', scale: '1', theme: 'light', locale: 'en', persona: 'p1' } as const;
    expect(exportPath('m', { ...options, format: 'svg' })).toContain('persona=p1');
    expect(exportPath('m', { ...options, format: 'json' })).not.toContain('persona');
  });
});
