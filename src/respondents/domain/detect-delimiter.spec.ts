import { detectDelimiter } from './detect-delimiter.js';

describe('the delimiter', () => {
  it.each([
    ['site;role;name', ';'],
    ['site,role,name', ','],
    ['site\trole\tname', '\t'],
    ['casus;rol;"naam, voluit, zo geschreven";a,b,c,d', ';'],
    ['"site","role","name"\r\nx;y;z;a;b;c', ','],
    ['\n  \nsite\trole', '\t'],
    ['x,y;z;z', ';'],
    ['', ';'],
  ])('of %j is %j', (text, delimiter) => expect(detectDelimiter(text)).toBe(delimiter));
});
