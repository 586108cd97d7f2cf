/**
 * Whoever read our output has enough (`| head`): we end without a word, with the exit code so far.
 * Servers and services that we started do not outlive us.
 */
export function leaveWhenUnread(out: NodeJS.WriteStream): void {
  out.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit();
  });
}
