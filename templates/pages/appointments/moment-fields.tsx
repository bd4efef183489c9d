import type { Proposal } from '../../../src/appointments/moment-proposals.read-model.js';
import type { PlanningOptions } from '../../../src/appointments/planning-choices.read-model.js';
import { Checkbox, RadioCards, Select, type CardOption, type OptionGroup } from '../../partials/choices.js';
import { formatDay, formatTimeRange, isoDay, type TimeStyle } from '../../partials/format.js';
import { DateInput, TextInput, TimeInput } from '../../partials/inputs.js';
import { useTexts } from '../../partials/page-context.js';
import { useStudyTime } from './appointment-words.js';
import { appointmentsTexts } from './appointments.texts.js';

export interface MomentFieldsProps {
  readonly options: Pick<PlanningOptions, 'interviewers' | 'modes'>;
  readonly proposals: readonly Proposal[];
  readonly hint: string;
  /** What the fields start with. */
  readonly initial?: {
    readonly interviewer?: string;
    readonly mode?: string;
    readonly place?: string;
  };
}

/** A free moment to choose, or one to fill in; and how people meet. */
export function MomentFields({ options, proposals, hint, initial = {} }: MomentFieldsProps) {
  const texts = useTexts(appointmentsTexts);
  const style = useStudyTime();
  const modes = options.modes.map((value) => ({ value, label: texts.modes[value] }));
  const other = { options: [{ value: 'other', label: texts.other, note: texts.otherNote }] };
  return (
    <>
      <RadioCards
        name="slot"
        label={texts.moment}
        hint={hint}
        groups={[...groupsOf(proposals, style), other]}
      />
      <DateInput name="date" label={texts.date} optional />
      <TimeInput name="time" label={texts.time} optional />
      <Select
        name="interviewer"
        label={texts.interviewer}
        options={options.interviewers}
        value={initial.interviewer}
        placeholder=""
        optional
      />
      <Select name="mode" label={texts.mode} options={modes} value={initial.mode ?? modes[0]?.value} />
      <TextInput
        name="place"
        label={texts.place}
        hint={texts.placeHint}
        value={initial.place}
        maxLength={500}
        optional
      />
      <Checkbox name="outsideRules" label={texts.outside} optional />
    </>
  );
}

function groupsOf(proposals: readonly Proposal[], style: TimeStyle): readonly OptionGroup[] {
  const days = Map.groupBy(proposals, ({ start }) => isoDay(start, style.zone));
  return [...days.values()].map((ofDay) => ({
    heading: formatDay(ofDay[0]!.start, style),
    options: ofDay.map(({ start, end, interviewerId, interviewer }): CardOption => ({
      value: `${start.toISOString()}|${interviewerId}`,
      label: formatTimeRange(start, end, style),
      note: interviewer,
    })),
  }));
}
