import { responseShare } from './response-share.js';

describe('The response so far', () => {
  it('is the share of those approached who take part', () => {
    expect(responseShare({ agreed: 1, scheduled: 2, interviewed: 3, declined: 2, approached: 2 })).toBe(0.6);
  });

  it('leaves out who was not approached or is not eligible', () => {
    expect(responseShare({ interviewed: 1, identified: 40, reserve: 3, 'not-eligible': 2 })).toBe(1);
  });

  it('is not known before anybody was approached', () => {
    expect(responseShare({ identified: 59 })).toBeUndefined();
  });
});
