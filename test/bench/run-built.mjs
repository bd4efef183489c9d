import { registerHooks } from 'node:module';

// What is measured is the product as it ships: an import of `src/` or `templates/` from here means its built file, so
// that there is one copy of every module. The benchmarks themselves are TypeScript, whose types Node strips.
const root = new URL('../../', import.meta.url).href;

registerHooks({
  resolve(specifier, context, next) {
    const isOurs = /^\.{1,2}\//.test(specifier) && context.parentURL?.startsWith(`${root}test/`);
    if (!isOurs) return next(specifier, context);
    const { href } = new URL(specifier, context.parentURL);
    const path = href.slice(root.length);
    return next(
      /^(src|templates)\//.test(path) ? `${root}dist/${path}` : href.replace(/\.js$/, '.ts'),
      context,
    );
  },
});
