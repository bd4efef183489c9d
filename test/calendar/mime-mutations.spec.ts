import { mostBytes, mutate, mutations } from './mime-mutations.js';
import { randomness } from './mutation.js';
import { sampleMessages } from './sample-messages.js';

const uid = '7d1f4c0b9a2e4f6a';
const given = {
  uid,
  attendee: 'persoon@example.com',
  organizer: 'planning@study.example',
  sequence: 0,
  start: new Date('2027-01-12T08:30:00Z'),
  end: new Date('2027-01-12T09:30:00Z'),
};
const corpus = Object.values(sampleMessages).map((sample) => sample(given));
const seeds = Array.from({ length: 1000 }, (_, seed) => seed);

describe('a mutated message', () => {
  const mutated = seeds.map((seed) => mutate(seed, corpus));

  it('is the same for the same seed', () => {
    expect(seeds.filter((seed) => !mutate(seed, corpus).equals(mutated[seed]!))).toEqual([]);
  });

  it('is never a message of the corpus, and hardly ever one of another seed', () => {
    const originals = new Set(corpus.map((message) => message.toString('latin1')));
    const texts = mutated.map((message) => message.toString('latin1'));
    expect(texts.filter((text) => originals.has(text))).toEqual([]);
    expect(new Set(texts).size).toBeGreaterThan(0.97 * seeds.length);
  });

  it('stays within its bounds, and is mostly about as long as a message', () => {
    const lengths = mutated.map(({ length }) => length).sort((a, b) => a - b);
    expect(lengths.at(-1)).toBeLessThanOrEqual(mostBytes);
    expect(lengths[seeds.length / 2]).toBeLessThan(10_000);
    expect(lengths.at(-1)).toBeGreaterThan(50_000);
  });

  it('often still names the invitation, so that more than the parser is tried', () => {
    const encoded = Buffer.from(`UID:${uid}`).toString('base64').slice(4, 16);
    const readable = mutated.filter((message) => message.includes(uid) || message.includes(encoded));
    expect(readable.length).toBeGreaterThan(seeds.length / 3);
  });

  it('leaves the corpus as it was', () => {
    expect(corpus).toEqual(Object.values(sampleMessages).map((sample) => sample(given)));
  });

  it('comes of an empty message too', () => {
    const lengths = seeds.map((seed) => mutate(seed, [Buffer.alloc(0)]).length);
    expect(lengths.filter((length) => length === 0 || length > mostBytes)).toEqual([]);
  });
});

describe('a mutation', () => {
  it.each(Object.entries(mutations))('%s changes some message for most seeds', (_name, mutation) => {
    const changes = seeds
      .slice(0, 50)
      .filter((seed) =>
        corpus.some((message) => !mutation(message, randomness(seed), corpus).equals(message)),
      );
    expect(changes.length).toBeGreaterThan(40);
  });
});
