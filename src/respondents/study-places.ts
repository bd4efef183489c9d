import { codeLookup, type CodeLookup, type Coded } from './domain/code-lookup.js';

interface Named {
  readonly id: string;
  readonly code: string;
  readonly name: string;
}

/** Sites and roles of a study as respondents need them: found by code or name, and from code to id. */
export interface StudyPlaces {
  readonly sites: readonly Coded[];
  readonly roles: readonly Coded[];
  readonly findSite: CodeLookup;
  readonly findRole: CodeLookup;
  readonly siteIds: ReadonlyMap<string, string>;
  readonly roleIds: ReadonlyMap<string, string>;
  /** From id to code, of sites and roles alike. */
  readonly codes: ReadonlyMap<string, string>;
}

export interface Design {
  readonly sites: readonly (Named & { readonly municipality: string })[];
  readonly roles: readonly (Named & { readonly nameEn?: string | null | undefined })[];
}

/** A file may call a site by its code, name or municipality, and a role by its code or its name in either language. */
export function studyPlaces(design: Design): StudyPlaces {
  const sites = design.sites.map(({ code, name, municipality }) => ({ code, names: [name, municipality] }));
  const roles = design.roles.map(({ code, name, nameEn }) => ({
    code,
    names: nameEn ? [name, nameEn] : [name],
  }));
  return {
    sites,
    roles,
    findSite: codeLookup(sites),
    findRole: codeLookup(roles),
    siteIds: new Map(design.sites.map(({ id, code }) => [code, id])),
    roleIds: new Map(design.roles.map(({ id, code }) => [code, id])),
    codes: new Map([...design.sites, ...design.roles].map(({ id, code }) => [id, code])),
  };
}
