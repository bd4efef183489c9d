import { DateTime } from 'luxon';

export interface LoopQuestion {
  readonly zone: string;
  readonly range: { readonly start: number; readonly end: number };
  /** Whole hours on the wall clock, from Monday to Friday. */
  readonly hours: { readonly from: number; readonly to: number };
  readonly durationMinutes: number;
  readonly stepMinutes: number;
  readonly bufferMinutes: number;
  readonly interviewers: readonly {
    readonly id: string;
    readonly busy: readonly { readonly start: number; readonly end: number }[];
  }[];
}

/** The same question as one would first write it: every day, every step, every busy interval. */
export function slotsByLoop({ interviewers, ...question }: LoopQuestion) {
  const found = interviewers.flatMap(({ id, busy }) =>
    startsOf(question, busy).map((start) => ({ start, interviewerId: id })),
  );
  return found.toSorted((a, b) => a.start - b.start || (a.interviewerId < b.interviewerId ? -1 : 1));
}

function startsOf(
  { zone, range, hours, durationMinutes, stepMinutes, bufferMinutes }: Omit<LoopQuestion, 'interviewers'>,
  busy: readonly { readonly start: number; readonly end: number }[],
): number[] {
  const starts: number[] = [];
  const last = DateTime.fromMillis(range.end, { zone });
  for (let day = DateTime.fromMillis(range.start, { zone }); day < last; day = day.plus({ days: 1 })) {
    if (day.weekday > 5) continue;
    const close = day.set({ hour: hours.to });
    for (
      let start = day.set({ hour: hours.from });
      start < close;
      start = start.plus({ minutes: stepMinutes })
    ) {
      const end = start.plus({ minutes: durationMinutes });
      const from = start.minus({ minutes: bufferMinutes }).toMillis();
      const until = end.plus({ minutes: bufferMinutes }).toMillis();
      const isFree = end <= close && busy.every((taken) => until <= taken.start || taken.end <= from);
      if (isFree) starts.push(start.toMillis());
    }
  }
  return starts;
}
