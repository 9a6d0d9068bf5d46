import { allCommands } from './allCommands';
import type { Command, CommandContext, CommandRunner } from './command';
import type { CommandId } from './commandIds';
import { matchesShortcut } from './shortcut';
import { writtenPlaces } from './writtenPlaces';

/** Runs commands on whatever `read` says is there at that moment. `commands` only for tests. */
export function createCommandRunner(read: () => CommandContext, commands: readonly Command[] = allCommands): CommandRunner {
  return {
    can(id) {
      const context = read();
      return commands.some((command) => command.id === id && command.canPerform(context) && !lockOn(context, id));
    },
    run(id) {
      const context = read();
      const command = commands.find((candidate) => candidate.id === id && candidate.canPerform(context));
      if (command) performUnlessLocked(command, context);
      return command !== undefined;
    },
    runShortcut(event) {
      const context = read();
      const command = commands.find(
        (candidate) => candidate.shortcuts.some((shortcut) => matchesShortcut(shortcut, event)) && candidate.canPerform(context),
      );
      if (command) performUnlessLocked(command, context);
      return command !== undefined;
    },
  };
}

/** What keeps a command from writing where it would; null: nothing. */
const lockOn = (context: CommandContext, id: CommandId) => context.locks.at(writtenPlaces(context, id));

/** A key that asks for what is locked is answered with the reason, and goes nowhere else. */
function performUnlessLocked(command: Command, context: CommandContext): void {
  const reason = lockOn(context, command.id);
  if (reason) context.locks.refuse(reason);
  else command.perform(context);
}
