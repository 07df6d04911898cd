#!/usr/bin/env bash
# Shows what is wrong beside the lines of the pull request, and compares every notice with the record.
set -euo pipefail

noticeboard() {
  node "$GITHUB_ACTION_PATH/../bin/noticeboard.js" "$@"
}

noticeboard report --since "$SINCE" --format github || echo 'notices' >>"$RUNNER_TEMP/noticeboard-failed"
noticeboard verify || echo 'record' >>"$RUNNER_TEMP/noticeboard-failed"
