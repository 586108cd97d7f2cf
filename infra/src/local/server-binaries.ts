/** Absolute paths of what the local servers are started from. */
export type ServerBinaries = {
  python: string;
  temporal: string;
  secantus: string;
  kafkaLib: string;
  kafkaFormatted: string;
  kafkaLog: string;
};
