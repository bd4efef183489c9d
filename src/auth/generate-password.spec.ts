import { generatePassword } from './generate-password.js';
import { newPassword } from './password.schema.js';

describe('a generated password', () => {
  it('can be read aloud, and would be accepted if somebody chose it', () => {
    const password = generatePassword();
    expect(password).toMatch(/^([bdfgklmnprstvz][aeiou]){2}(-([bdfgklmnprstvz][aeiou]){2}){4}$/);
    expect(newPassword.parse(password)).toBe(password);
  });

  it('never comes twice', () => {
    expect(new Set(Array.from({ length: 1000 }, generatePassword)).size).toBe(1000);
  });
});
