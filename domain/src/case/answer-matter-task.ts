import { readPlanId } from './case-id.js';
import { state, type Course } from './course.js';
import { takeMatterCommand } from './take-matter-command.js';

const desk = 'desk';

/** Somebody says that work on a dispute or complaint is done. That the loan is put right lets go of it; an answer is given by its own command. */
export const answerMatterTask = (course: Course, cause: string, taskId: string): void => {
  const { kase } = course;
  if (!kase.openTasks.includes(taskId))
    return state(course, cause, { type: 'input-noted', kind: 'task-answer', ignored: 'not-current' });
  const correcting = kase.matters?.find((matter) => matter.state === 'correcting' && matter.taskId === taskId);
  if (correcting && readPlanId(taskId).step === 'put-right')
    return takeMatterCommand(
      course,
      cause,
      { command: 'release-matter', matterId: correcting.id, because: 'corrected' },
      desk,
    );
  state(course, cause, { type: 'task-closed', taskId, because: 'answered' });
};
