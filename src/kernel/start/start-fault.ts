/** Why the program cannot start, in lines that tell its operator what to do. Shown without a stack trace. */
export class StartFault extends Error {
  readonly lines: readonly string[];

  constructor(...lines: readonly string[]) {
    super(lines.join('\n'));
    this.name = 'StartFault';
    this.lines = lines;
  }
}
