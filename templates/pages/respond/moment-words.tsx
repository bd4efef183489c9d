import type { RespondMoment } from '../../../src/appointments/respond.read-model.js';
import type { CardOption, OptionGroup } from '../../partials/choices.js';
import { Facts } from '../../partials/facts.js';
import { formatDay, formatTimeRange, isoDay, type TimeStyle } from '../../partials/format.js';
import { useTexts, usePageContext } from '../../partials/page-context.js';
import { respondTexts } from './respond.texts.js';

/** The clock that the study's people read. */
export function useTimeStyle(): TimeStyle {
  const { language, study } = usePageContext();
  return { language, zone: study?.timezone ?? 'UTC' };
}

/** Moments as radio cards under the days they are on; each with its place, unless they share one. */
export function groupsByDay(moments: readonly RespondMoment[], style: TimeStyle): readonly OptionGroup[] {
  const words = respondTexts[style.language];
  const sharePlace = new Set(moments.map(({ place }) => place)).size === 1;
  const option = ({ id, start, end, place, interviewer }: RespondMoment): CardOption => ({
    value: id,
    label: formatTimeRange(start, end, style),
    note: sharePlace ? words.with(interviewer) : `${place}, ${words.with(interviewer)}`,
  });
  const days = Map.groupBy(moments, ({ start }) => isoDay(start, style.zone));
  return [...days.values()].map((ofDay) => {
    return { heading: formatDay(ofDay[0]!.start, style), options: ofDay.map(option) };
  });
}

/** One moment, spelled out. */
export function MomentFacts({
  moment,
  reference,
}: {
  readonly moment: RespondMoment;
  readonly reference?: string;
}) {
  const texts = useTexts(respondTexts);
  const style = useTimeStyle();
  const { start, end, place, interviewer } = moment;
  return (
    <Facts
      facts={[
        { label: texts.day, value: <time dateTime={start.toISOString()}>{formatDay(start, style)}</time> },
        { label: texts.time, value: formatTimeRange(start, end, style) },
        { label: texts.place, value: place },
        { label: texts.who, value: interviewer },
        { label: texts.reference, value: reference },
      ]}
    />
  );
}
