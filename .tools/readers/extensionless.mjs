// A loader of modules whose imports leave the extension out, as those of TimelineJS do.
export async function resolve(specifier, context, next) {
  try {
    return await next(specifier, context);
  } catch (err) {
    if (!specifier.startsWith('.')) throw err;
    return next(specifier + '.js', context);
  }
}

export async function load(url, context, next) {
  return next(url, url.includes('/timelinejs/src/') ? { ...context, format: 'module' } : context);
}
