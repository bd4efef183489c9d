import { InvalidMailAddress } from './mail.errors.js';

const notInHeader = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu;
const plain = /^[^\s<>()[\]\\,;:"@\p{Cc}\p{Cf}]+@[^\s<>()[\]\\,;:"@\p{Cc}\p{Cf}]+$/u;

/** A text that cannot begin a new header or hide its direction: control and format characters become one space. */
export const oneLine = (text: string): string => text.replace(notInHeader, ' ').replace(/ {2,}/g, ' ').trim();

/** @throws InvalidMailAddress for anything but one bare address. */
export function plainAddress(address: string): string {
  if (!plain.test(address)) throw new InvalidMailAddress();
  return address;
}
