import type { Attachment } from './attachment';
import { toCanonicalMap } from './canonicalJson';
import type { Card } from './card';
import type { Department, DepartmentRole } from './department';
import { toEmotion } from './emotion';
import { emptyMap, type JourneyMap } from './journeyMap';
import type { Lane, LaneKind } from './lane';
import type { Meta } from './meta';
import type { Moment } from './moment';
import { orderAt } from './order';
import type { Persona } from './persona';
import type { Step } from './step';
import type { Touchpoint } from './touchpoint';
import type { Transition, TransitionKind } from './transition';

type Extra<T> = Partial<Omit<T, 'id' | 'order' | 'pos' | 'stepId'>>;

/**
 * A map in the making, for templates, imports and tests: records get ids by counting (`step1`, `step2`, …) and stand in the
 * order in which they are added. The same calls make the same map.
 */
export class MapDraft {
  readonly #map: JourneyMap = emptyMap();
  readonly #counts = new Map<string, number>();

  constructor(meta: Partial<Meta> = {}) {
    this.#map.meta = { ...this.#map.meta, ...meta };
  }

  addPersona(name: string, extra: Extra<Persona> = {}): string {
    return this.#add(this.#map.personas, 'persona', { description: '', ...extra, name, order: this.#next('personas') });
  }

  addDepartment(name: string, extra: Extra<Department> = {}): string {
    return this.#add(this.#map.departments, 'department', { colour: 'slate', ...extra, name, order: this.#next('departments') });
  }

  /** Without a title the lane shows its kind's name in the reader's language. */
  addLane(kind: LaneKind, extra: Extra<Lane> = {}): string {
    return this.#add(this.#map.lanes, 'lane', { title: '', ...extra, kind, order: this.#next('lanes') });
  }

  addStage(title: string): string {
    return this.#add(this.#map.stages, 'stage', { title, order: this.#next('stages') });
  }

  addStep(stageId: string, title: string, extra: Extra<Step> = {}): string {
    const pos = { stageId, order: this.#next(`steps of ${stageId}`) };
    return this.#add(this.#map.steps, 'step', { evidenceLevel: 'assumed', notes: '', ...extra, title, pos });
  }

  addTouchpoint(stepId: string, channel: string, name = '', extra: Extra<Touchpoint> = {}): string {
    const pos = { stepId, order: this.#next(`touchpoints of ${stepId}`) };
    return this.#add(this.#map.touchpoints, 'touchpoint', { ...extra, name, channel, pos });
  }

  addCard(stepId: string, laneId: string, text: string, extra: Extra<Card> = {}): string {
    const pos = { stepId, laneId, order: this.#next(`cards of ${stepId}:${laneId}`) };
    return this.#add(this.#map.cards, 'card', { kind: 'note', ...extra, text, pos });
  }

  addAttachment(cardId: string, name: string, extra: Extra<Attachment> = {}): string {
    const pos = { cardId, order: this.#next(`attachments of ${cardId}`) };
    const id = `file${this.#count('files') + 1}`;
    const fields = { fileId: id, mediaType: 'application/octet-stream', size: 0, ...extra, name, pos };
    return this.#add(this.#map.attachments, 'attachment', fields);
  }

  addCardTag(cardId: string, tag: string): void {
    this.#map.cardTags.push({ cardId, tag });
  }

  addCardLink(cardId: string, address: string, label = ''): string {
    const pos = { cardId, order: this.#next(`links of ${cardId}`) };
    return this.#add(this.#map.cardLinks, 'cardLink', { address, label, pos });
  }

  addTransition(kind: TransitionKind, from: string, to: string | null, extra: Extra<Transition> = {}): string {
    return this.#add(this.#map.transitions, 'transition', { label: '', ...extra, kind, from, to });
  }

  setDepartment(stepId: string, departmentId: string, role: DepartmentRole): void {
    this.#map.stepDepartments.push({ stepId, departmentId, role });
  }

  /** The nearest allowed value is taken. */
  setEmotion(stepId: string, personaId: string, value: number): void {
    this.#map.emotions.push({ stepId, personaId, value: toEmotion(value) });
  }

  markMoment(stepId: string, extra: Extra<Moment> = {}): void {
    this.#map.moments.push({ stays: '', leaves: '', gate: 'unknown', ...extra, stepId });
  }

  /** The finished map, in canonical order. */
  toMap(): JourneyMap {
    return structuredClone(toCanonicalMap(this.#map));
  }

  #add<T extends { id: string }>(records: T[], name: string, fields: Omit<T, 'id'>): string {
    const id = `${name}${this.#count(name) + 1}`;
    // The rest of T is given; spreading a generic loses that.
    records.push({ ...fields, id } as T);
    return id;
  }

  #next(list: string): string {
    return orderAt(this.#count(list));
  }

  /** How often this was asked for before. */
  #count(name: string): number {
    const count = this.#counts.get(name) ?? 0;
    this.#counts.set(name, count + 1);
    return count;
  }
}
