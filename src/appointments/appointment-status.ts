export const appointmentStatuses = ['scheduled', 'completed', 'no-show', 'cancelled'] as const;
export type AppointmentStatus = (typeof appointmentStatuses)[number];

/** The life cycle: from each status, the statuses that may follow. A mistaken outcome can be put right; a cancellation can't. */
export const appointmentTransitions: Readonly<Record<AppointmentStatus, readonly AppointmentStatus[]>> = {
  scheduled: ['completed', 'no-show', 'cancelled'],
  completed: ['scheduled'],
  'no-show': ['scheduled'],
  cancelled: [],
};
