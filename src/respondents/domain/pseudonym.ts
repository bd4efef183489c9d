export interface Place {
  /** The site's code. */
  readonly site: string;
  /** The role's code. */
  readonly role: string;
}

/** `ZWO-SW-03`: the third social worker of Zeewolde. The number grows beyond two digits if it must. */
export function pseudonym({ site, role, number }: Place & { readonly number: number }): string {
  return `${site}-${role}-${String(number).padStart(2, '0')}`;
}

/**
 * Numbers newcomers in their order, per site and role, above the highest number ever given there; a number
 * that an erased respondent had is not given again. `highest` holds a row per site and role in use.
 */
export function numberNewcomers<T extends Place>(
  newcomers: readonly T[],
  highest: readonly (Place & { readonly number: number })[],
): readonly (T & { readonly number: number; readonly pseudonym: string })[] {
  const key = ({ site, role }: Place) => JSON.stringify([site, role]);
  const last = new Map(highest.map((place) => [key(place), place.number]));
  return newcomers.map((newcomer) => {
    const number = (last.get(key(newcomer)) ?? 0) + 1;
    last.set(key(newcomer), number);
    return {
      ...newcomer,
      number,
      pseudonym: pseudonym({ site: newcomer.site, role: newcomer.role, number }),
    };
  });
}
