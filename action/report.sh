#!/usr/bin/env bash
# Writes the report to a file and to the summary of the run, which needs no token.
set -euo pipefail

file="$RUNNER_TEMP/noticeboard-report.md"
words=(report --since "$SINCE" --limit "$LIMIT")
if [ -n "${PREVIEW_URL:-}" ]; then words+=(--preview "$PREVIEW_URL"); fi
# The exit code is 1 where something stops publishing, and the report says what.
node "$GITHUB_ACTION_PATH/../bin/noticeboard.js" "${words[@]}" >"$file" || true
if [ ! -s "$file" ]; then
  echo 'report' >>"$RUNNER_TEMP/noticeboard-failed"
  rm -f "$file"
  exit
fi
cat "$file" >>"$GITHUB_STEP_SUMMARY"
printf 'file=%s\n' "$file" >>"$GITHUB_OUTPUT"
