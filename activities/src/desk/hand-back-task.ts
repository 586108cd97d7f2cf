import type { DeskPorts } from './desk-ports.js';
import type { DeskRefusal } from './task-store.js';

/** Gives a leased task back for others; one that was started has to be answered instead. */
export async function handBackTask(
  { tasks }: Pick<DeskPorts, 'tasks'>,
  taskId: string,
  by: string,
): Promise<{ handedBack: true } | { handedBack: false; refused: DeskRefusal }> {
  const result = await tasks.handBack(taskId, by);
  return result === 'handed-back' ? { handedBack: true } : { handedBack: false, refused: result };
}
