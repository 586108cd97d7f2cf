/** What asks a sender of messages to stop, all of it and nothing beside (CTIA short-code words; 通信短信息服务管理规定 art. 20: 退订, TD, T). */
const stopWords = new Set([
  ...['stop', 'stopall', 'unsubscribe', 'cancel', 'end', 'quit', 'revoke', 'optout'],
  ...['td', 't', 'r', '退订', '拒收', '停止', '取消', '不再接收'],
]);

/** Whether an answer is nothing but a word that asks us to stop; in any case and width, with or without marks around it. */
export const isStopWord = (text: string): boolean =>
  stopWords.has(
    text
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ''),
  );
