/** Where a respondent's recruitment stands (pipeline), or ended (the last five). */
export const respondentStatuses = [
  'identified',
  'approached',
  'in-contact',
  'agreed',
  'scheduled',
  'interviewed',
  'declined',
  'not-reached',
  'not-eligible',
  'withdrew',
  'reserve',
] as const;
export type RespondentStatus = (typeof respondentStatuses)[number];

/** From each status, the statuses that may follow; everything else is refused. */
export const respondentTransitions: Readonly<Record<RespondentStatus, readonly RespondentStatus[]>> = {
  identified: [
    'approached',
    'in-contact',
    'agreed',
    'scheduled',
    'declined',
    'not-eligible',
    'reserve',
    'withdrew',
  ],
  approached: [
    'in-contact',
    'agreed',
    'scheduled',
    'declined',
    'not-reached',
    'not-eligible',
    'reserve',
    'withdrew',
  ],
  'in-contact': ['agreed', 'scheduled', 'declined', 'not-reached', 'not-eligible', 'reserve', 'withdrew'],
  agreed: ['scheduled', 'in-contact', 'declined', 'not-reached', 'not-eligible', 'reserve', 'withdrew'],
  scheduled: ['interviewed', 'agreed', 'in-contact', 'declined', 'not-reached', 'withdrew'],
  interviewed: ['withdrew', 'scheduled'],
  declined: ['approached', 'in-contact', 'agreed', 'scheduled'],
  'not-reached': ['approached', 'in-contact', 'agreed', 'scheduled'],
  'not-eligible': ['identified'],
  withdrew: [],
  reserve: ['identified', 'approached', 'not-eligible', 'declined'],
};

/** Whether `to` may follow `from`; staying put is always allowed. */
export function canBecome(from: RespondentStatus, to: RespondentStatus): boolean {
  return from === to || respondentTransitions[from].includes(to);
}

/** Statuses that follow from an appointment and from nothing else. */
const followsFromAppointment: ReadonlySet<RespondentStatus> = new Set(['scheduled', 'interviewed']);

/**
 * The statuses that a person may choose after `from`. None while an appointment stands: cancel that first, so that
 * nobody travels to somebody who withdrew.
 */
export function manualTransitions(from: RespondentStatus): readonly RespondentStatus[] {
  if (from === 'scheduled') return [];
  return respondentTransitions[from].filter((to) => !followsFromAppointment.has(to));
}
