#!/bin/sh
# build.sh OUT: from a clean copy of the sources to a folder that runs. What the image's build stage does.
set -eu
out=$1
cd "$(dirname "$0")/.."

npm ci --no-audit --no-fund
npm run build
sh docker/prune.sh "$out"
