// As public/first.js does for the page: Zod must not try out whether it may make functions from text. It loads with the terms, so this comes first.
// oxlint-disable-next-line no-underscore-dangle -- the name is Zod's
(globalThis as { __zod_globalConfig?: object }).__zod_globalConfig = { jitless: true };
