import { Appointment } from '../../src/appointments/appointment.entity.js';
import type { AppointmentStatus } from '../../src/appointments/appointment-status.js';
import { Respondent } from '../../src/respondents/respondent.entity.js';
import { TeamMember } from '../../src/studies/team-member.entity.js';
import type { StudyApp } from './study-app.js';

export interface GivenAppointment {
  readonly pseudonym: string;
  readonly status: AppointmentStatus;
  /** Default 2027-01-04T07:30Z, for an hour: just before the clock of the tests starts. */
  readonly startsAt?: Date;
  /** Address of the interviewer; default the study's first. */
  readonly interviewer?: string;
}

/** An interview as it stands in the database, without the way that led to it. */
export async function givenAppointment(app: StudyApp, given: GivenAppointment): Promise<Appointment> {
  const { pseudonym, status, startsAt = new Date('2027-01-04T07:30:00Z') } = given;
  const em = app.database.orm.em.fork();
  const { id: respondentId, studyId, siteId } = await em.findOneOrFail(Respondent, { pseudonym });
  const email = given.interviewer ?? 'onderzoeker2@example.org';
  const { accountId: interviewerId } = await em.findOneOrFail(TeamMember, { studyId, email });
  const endsAt = new Date(startsAt.getTime() + 3_600_000);
  const appointment = em.create(Appointment, {
    studyId,
    siteId,
    respondentId,
    interviewerId,
    startsAt,
    endsAt,
    status,
    kind: 'interview',
    mode: 'onsite',
  });
  await em.persist(appointment).flush();
  return appointment;
}
