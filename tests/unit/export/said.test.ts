import { describe, expect, it } from 'vitest';
import { exportPath } from '@/components/editor/export/exportRequest';
import { exportOptionsSchema } from '@/lib/export/exportRequest';
import { renderExport } from '@/lib/export/renderExport';
import { smallMap } from '../../builders/map';
import { richEvidence } from '../../builders/mapEvidence';

const map = smallMap();
const withLane = { ...map, lanes: [...map.lanes, { id: 'said', order: 'z', kind: 'evidence' as const, title: '' }] };

async function svgOf(said?: 'all' | 'scores' | 'none'): Promise<string> {
  const options = exportOptionsSchema.parse({ format: 'svg', locale: 'en', ...(said ? { said } : {}) });
  const evidence = richEvidence(map.steps.map(({ id }) => id));
  return new TextDecoder().decode((await renderExport({ ...options, map: withLane, evidence })).bytes);
}

describe('a picture of a map about which customers said something', () => {
  it('has their scores and words, what they feel, and steps as known as they make them', async () => {
    const svg = await svgOf();
    expect(svg).toContain('CSAT 1–5: 69% satisfied; n = 107');
    expect(svg).toContain('I looked for the number');
    expect(svg).toContain('Customers, measured');
  });

  it('has scores only, or nothing of it, when that is asked for', async () => {
    const scores = await svgOf('scores');
    expect(scores).toContain('CSAT 1–5: 69% satisfied; n = 107');
    expect(scores).not.toContain('I looked for the number');
    const nothing = await svgOf('none');
    expect(nothing).not.toContain('CSAT');
    expect(nothing).not.toContain('Customers, measured');
  });

  it('is asked for by an address that says so', () => {
    const options = { format: 'pdf', paper: 'fit', orientation: 'landscape', scale: '2', theme: 'light', locale: 'en' } as const;
    expect(exportPath('m', options)).not.toContain('said');
    expect(exportPath('m', { ...options, said: 'scores' })).toContain('said=scores');
  });
});
