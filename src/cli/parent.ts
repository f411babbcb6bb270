/**
 * Calls back when the process that started this one is gone, however it went. The channel that tells so does not keep
 * this process alive when its own work is done.
 */
export function whenParentIsGone(callback: () => void): void {
  process.once('disconnect', callback);
  process.channel?.unref();
}
