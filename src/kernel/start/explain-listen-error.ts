import { StartFault } from './start-fault.js';

/** Turns a failure to listen into a line for the operator; any other error is given back as it is. */
export function explainListenError(
  error: unknown,
  { host, port }: { readonly host: string; readonly port: number },
) {
  switch ((error as NodeJS.ErrnoException).code) {
    case 'EADDRINUSE':
      return new StartFault(`Port ${port} is taken by another program: set PORT to a free one.`);
    case 'EACCES':
      return new StartFault(`Port ${port} may not be used by this account: set PORT to one above 1023.`);
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return new StartFault(`HOST ${host} is not an address of this machine.`);
    default:
      return error;
  }
}
