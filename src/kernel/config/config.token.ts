/** Injects the `Config` that the product was started with. */
export const CONFIG = Symbol('config');
