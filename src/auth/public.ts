import { PublicRoute } from '../kernel/http/returns.js';

/** Opens a route, or a whole controller, to whoever has not signed in. Everything else asks for a session. */
export const Public = PublicRoute;
