import type { WorkshopAction } from '@/lib/workshop/action';
import { applyAction } from '@/lib/workshop/applyAction';
import { noWorkshop, type WorkshopState, workshopStateSchema } from '@/lib/workshop/state';

/** A workshop that somebody acts on, with a clock that stands still unless it is put forward. Ids are n1, n2, … */
export class WorkshopScene {
  state: WorkshopState = noWorkshop();
  now = 1_000_000;
  private ids = 0;

  /** Does one thing after another, and returns what is then. What is stored must always be readable. */
  act(...actions: readonly WorkshopAction[]): WorkshopState {
    return this.actAs('user:olga', ...actions);
  }

  actAs(actorId: string, ...actions: readonly WorkshopAction[]): WorkshopState {
    for (const action of actions) {
      const newId = () => {
        this.ids += 1;
        return `n${this.ids}`;
      };
      this.state = workshopStateSchema.parse(applyAction(this.state, action, { now: this.now, actorId, newId }));
    }
    return this.state;
  }

  get titles(): string[] {
    return this.state.agenda.map(({ title }) => title);
  }

  idOf(title: string): string {
    return this.state.agenda.find((item) => item.title === title)?.id ?? '';
  }
}

/** Actions that make an agenda of items of ten minutes each. */
export const agendaOf = (...titles: string[]): WorkshopAction => ({
  type: 'agenda.set',
  items: titles.map((title) => ({ title, minutes: 10, notes: '' })),
});
