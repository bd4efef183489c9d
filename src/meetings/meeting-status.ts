export const meetingStatuses = ['draft', 'scheduled', 'held', 'cancelled'] as const;
export type MeetingStatus = (typeof meetingStatuses)[number];

/** The life cycle of a sounding-board meeting. */
export const meetingTransitions: Readonly<Record<MeetingStatus, readonly MeetingStatus[]>> = {
  draft: ['scheduled', 'cancelled'],
  scheduled: ['held', 'cancelled'],
  held: [],
  cancelled: [],
};
