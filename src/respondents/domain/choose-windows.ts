import { weekdays, type Weekday } from '../../kernel/time/weekday.js';

/** Wall ranges `HH:MM-HH:MM` by weekday, in the study's zone. */
export type WeeklyWindows = Partial<Record<Weekday, string[]>>;

/** How people say when they can: any time, mornings or afternoons of working days, or day by day. */
export const windowChoices = ['any', 'mornings', 'afternoons', 'own'] as const;
export type WindowChoice = (typeof windowChoices)[number];

const workingDays = weekdays.slice(0, 5);
const dayParts = { mornings: '08:00-12:30', afternoons: '12:30-18:00' } as const;

/** The windows that a choice stands for; null when any time will do. Days without a range are left out. */
export function windowsOf(choice: WindowChoice, own: WeeklyWindows): { weekly: WeeklyWindows } | null {
  if (choice === 'any') return null;
  if (choice === 'own') {
    const days = weekdays.filter((day) => (own[day] ?? []).length > 0);
    return { weekly: Object.fromEntries(days.map((day) => [day, own[day]])) };
  }
  return { weekly: Object.fromEntries(workingDays.map((day) => [day, [dayParts[choice]]])) };
}

/** The choice that says these windows in the fewest words. */
export function choiceOf(windows: { readonly weekly: WeeklyWindows } | null): WindowChoice {
  if (windows === null) return 'any';
  const same = (choice: 'mornings' | 'afternoons') =>
    weekdays.every((day) => {
      const expected = workingDays.includes(day) ? dayParts[choice] : undefined;
      return (windows.weekly[day] ?? []).join() === (expected ?? '');
    });
  return (['mornings', 'afternoons'] as const).find(same) ?? 'own';
}
