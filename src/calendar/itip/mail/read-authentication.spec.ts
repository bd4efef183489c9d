import { readHeader } from './mail-header.js';
import { readAuthentication } from './read-authentication.js';

const read = (...values: string[]) =>
  readAuthentication(
    readHeader(values.map((value) => `Authentication-Results: ${value}`).join('\n')),
    'mx.study.example',
  );

describe('what our own server found of DMARC', () => {
  it.each([
    ['mx.study.example; dkim=pass header.d=a.example; dmarc=pass (p=NONE) header.from=a.example', 'pass'],
    ['MX.study.example 1; DMARC=Pass', 'pass'],
    ['mx.study.example;\n dmarc=fail (p=reject dis=none) header.from=a.example', 'fail'],
    ['mx.study.example; dmarc=fail (p=QUARANTINE sp=NONE) header.from=a.example; spf=pass', 'fail'],
    ['mx.study.example; dmarc=fail policy.dmarc=reject header.from=a.example', 'fail'],
    ['mx.study.example; dmarc=fail action=oreject header.from=a.example', 'fail'],
    ['mx.study.example; dmarc=fail (p=none sp=reject) header.from=a.example', 'unknown'],
    ['mx.study.example; dmarc=fail header.from=a.example; x=y (p=reject)', 'unknown'],
    ['mx.study.example; dmarc=temperror (p=reject)', 'unknown'],
    ['mx.study.example; none', 'unknown'],
    ['mx.study.example; spf=pass smtp.mailfrom=dmarc=pass', 'unknown'],
    ['mx.elsewhere.example; dmarc=pass', 'unknown'],
    ['dmarc=pass', 'unknown'],
    ['', 'unknown'],
  ])('%s: %s', (value, found) => expect(read(value)).toBe(found));

  it('is what its topmost header says', () => {
    const [good, bad] = ['mx.study.example; dmarc=pass', 'mx.study.example; dmarc=fail (p=reject)'];
    expect(read(bad, good)).toBe('fail');
    expect(read('mx.elsewhere.example; dmarc=pass', good, bad)).toBe('pass');
  });

  it('is unknown while nobody said which server is ours', () => {
    const header = readHeader('Authentication-Results: undefined; dmarc=pass');
    expect(readAuthentication(header, undefined)).toBe('unknown');
  });
});
