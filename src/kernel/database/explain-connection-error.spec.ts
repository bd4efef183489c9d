import { explainConnectionError } from './explain-connection-error.js';

const url = 'postgres://planner:hunter2@db.example.org:5433/veldwerk';

describe('a failed connection', () => {
  it.each([
    [
      'ECONNREFUSED',
      'The database cannot be reached at db.example.org:5433/veldwerk: nothing listens there.',
    ],
    [
      '28P01',
      'DATABASE_URL does not open the database at db.example.org:5433/veldwerk: the user or the password is wrong.',
    ],
    [
      '3D000',
      'DATABASE_URL does not open the database at db.example.org:5433/veldwerk: there is no database of that name.',
    ],
  ])('with code %s is explained in one line', (code, line) => {
    expect(explainConnectionError(Object.assign(new Error(code), { code }), url)).toBe(line);
  });

  it('is explained by what it wraps', () => {
    const refused = Object.assign(new Error('refused'), { code: 'ECONNREFUSED' });
    const error = new Error('outer', { cause: new AggregateError([refused]) });
    expect(explainConnectionError(error, url)).toContain('nothing listens there');
  });

  it('never repeats a password or the message of an unknown error', () => {
    expect(explainConnectionError(new Error('hunter2'), url)).not.toContain('hunter2');
  });
});
