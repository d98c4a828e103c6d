#!/bin/sh
# prune.sh OUT: from a built project to a folder that holds only what runs: no sources, no tools, no PostgreSQL of its own.
set -eu
mkdir -p "$1"
out=$(cd "$1" && pwd)
cd "$(dirname "$0")/.."
src=$(pwd)

cp package.json package-lock.json LICENSE NOTICE "$out/"
mkdir -p "$out/docker"
cp docker/health.mjs "$out/docker/"
cp -R dist "$out/"

# Links instead of copies where one file system allows it; npm's own note of what is installed must be a copy, since it is rewritten.
cp -Rl node_modules "$out/" 2>/dev/null || { rm -rf "$out/node_modules"; cp -R node_modules "$out/"; }
rm -f "$out/node_modules/.package-lock.json"
cp node_modules/.package-lock.json "$out/node_modules/"

cd "$out"
npm prune --omit=dev --omit=optional --ignore-scripts --offline --no-audit --no-fund --no-update-notifier

# These are optional too, by which npm means: one for each platform. Pictures cannot be read without.
cp -Rl "$src/node_modules/@img" node_modules/ 2>/dev/null || cp -R "$src/node_modules/@img" node_modules/

# Dependencies of `npm start`, which builds; nothing here builds any more.
cd node_modules
rm -rf typescript vite rolldown @rolldown lightningcss lightningcss-* binaryen @tailwindcss tailwindcss \
  @inlang @lix-js @lucide @fontsource @embedded-postgres embedded-postgres @oxc-project @esbuild esbuild
