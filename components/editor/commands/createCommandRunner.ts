import { allCommands } from './allCommands';
import type { Command, CommandContext, CommandRunner } from './command';
import { matchesShortcut } from './shortcut';

/** Runs commands on whatever `read` says is there at that moment. `commands` only for tests. */
export function createCommandRunner(read: () => CommandContext, commands: readonly Command[] = allCommands): CommandRunner {
  return {
    can(id) {
      const context = read();
      return commands.some((command) => command.id === id && command.canPerform(context));
    },
    run(id) {
      const context = read();
      const command = commands.find((candidate) => candidate.id === id && candidate.canPerform(context));
      command?.perform(context);
      return command !== undefined;
    },
    runShortcut(event) {
      const context = read();
      const command = commands.find(
        (candidate) => candidate.shortcuts.some((shortcut) => matchesShortcut(shortcut, event)) && candidate.canPerform(context),
      );
      command?.perform(context);
      return command !== undefined;
    },
  };
}
