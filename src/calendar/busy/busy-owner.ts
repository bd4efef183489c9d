/** Whose calendar it is, and who connects it in which study. */
export interface BusyOwner {
  readonly accountId: string;
  readonly studyId: string;
  readonly actorId: string;
  /** IANA zone in which floating times and whole days are read. */
  readonly zone: string;
}
