import type { ArrangedMap } from './arrange';

/** The map as the journey of one persona alone: title, curve and tones follow it. The map as it is when there is no such persona. */
export function onlyPersona(map: ArrangedMap, personaId: string | null): ArrangedMap {
  const persona = map.personas.find(({ id }) => id === personaId);
  return persona ? { ...map, personas: [persona] } : map;
}
