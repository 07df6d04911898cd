#!/usr/bin/env bash
# Fails the job if a step before it found errors.
set -euo pipefail

failed="$RUNNER_TEMP/noticeboard-failed"
if [ ! -e "$failed" ]; then exit; fi
printf '::error title=Not ready to publish::Errors were found in: %s\n' "$(tr '\n' ' ' <"$failed")"
exit 1
