import type { AppointmentView } from '../../../src/appointments/appointments.schema.js';
import { Note } from '../../partials/badge.js';

/** Who gets a mail: nothing leaves without having been looked at. */
export function ToldNote({
  intro,
  appointment,
}: {
  readonly intro: string;
  readonly appointment: AppointmentView;
}) {
  const { respondent, interviewer } = appointment;
  return (
    <Note>
      <p>{intro}</p>
      <ul>
        {respondent ? <li>{respondent.pseudonym}</li> : null}
        <li>{interviewer.name}</li>
      </ul>
    </Note>
  );
}
