/** Every workflow a worker runs: the name in Temporal is the name here. */
export { collectOverdueLoan } from './collect-overdue-loan.js';
