import { registerHooks } from 'node:module';

// Jest runs its global set-up outside its transforms, so Node itself loads the sources here: it strips their types, and
// this finds `./name.ts` behind an import of `./name.js`.
registerHooks({
  resolve(specifier, context, next) {
    try {
      return next(specifier, context);
    } catch (error) {
      if (!/^\.{1,2}\/.*\.js$/.test(specifier)) throw error;
      return next(specifier.replace(/\.js$/, '.ts'), context);
    }
  },
});
