import { choiceOf, windowChoices, windowsOf } from './choose-windows.js';

describe('when somebody can', () => {
  it('is any time for those who said nothing', () => {
    expect(windowsOf('any', { monday: ['09:00-10:00'] })).toBeNull();
    expect(choiceOf(null)).toBe('any');
  });

  it('is a part of each working day', () => {
    expect(windowsOf('mornings', {})).toEqual({
      weekly: {
        monday: ['08:00-12:30'],
        tuesday: ['08:00-12:30'],
        wednesday: ['08:00-12:30'],
        thursday: ['08:00-12:30'],
        friday: ['08:00-12:30'],
      },
    });
  });

  it('is what they said of each day, without the days that are no good', () => {
    const own = { tuesday: ['09:00-10:00', '13:00-15:00'], sunday: [] };
    expect(windowsOf('own', own)).toEqual({ weekly: { tuesday: ['09:00-10:00', '13:00-15:00'] } });
  });

  it.each(windowChoices.filter((choice) => choice !== 'own'))('is shown as it was chosen: %s', (choice) => {
    expect(choiceOf(windowsOf(choice, {}))).toBe(choice);
  });

  it('is shown day by day when a part of the day differs anywhere', () => {
    const mornings = windowsOf('mornings', {})!.weekly;
    expect(choiceOf({ weekly: { ...mornings, saturday: ['08:00-12:30'] } })).toBe('own');
    expect(choiceOf({ weekly: { ...mornings, friday: ['08:00-11:00'] } })).toBe('own');
  });
});
