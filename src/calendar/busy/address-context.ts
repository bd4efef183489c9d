/** What the address of a calendar is sealed for: it opens in no other row. */
export const addressContext = (id: string): string => `busy_calendar:${id}`;
