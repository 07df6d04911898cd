#!/usr/bin/env bash
# Builds the site with its drafts. Where that fails, the report is still made.
set -euo pipefail

if [ -z "${PREVIEW_FOLDER:-}" ]; then exit; fi
npx --no-install astro build --outDir "$PREVIEW_FOLDER" || echo 'preview' >>"$RUNNER_TEMP/noticeboard-failed"
