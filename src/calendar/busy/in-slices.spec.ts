import { inSlices } from './in-slices.js';

function* busyFor(ms: number): Generator<void, string> {
  for (const until = performance.now() + ms; performance.now() < until;) {
    const step = performance.now() + 1;
    while (performance.now() < step);
    yield;
  }
  return 'done';
}

describe('Work in slices', () => {
  it('lets others go before', async () => {
    let turns = 0;
    const others = setInterval(() => (turns += 1), 1);
    expect(await inSlices(busyFor(200))).toBe('done');
    clearInterval(others);
    expect(turns).toBeGreaterThan(4);
  });

  it('fails as the work does', async () => {
    function* failing(): Generator<void, never> {
      yield;
      throw new RangeError('no');
    }
    await expect(inSlices(failing())).rejects.toThrow(RangeError);
  });
});
