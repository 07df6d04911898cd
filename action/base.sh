#!/usr/bin/env bash
# Finds what a pull request is compared with, also in a shallow clone. Gives `since` to the next steps.
set -euo pipefail

give() {
  # A line's end would give another output.
  printf 'since=%s\n' "${1//[$'\n\r']/}" >>"$GITHUB_OUTPUT"
  # A report of an earlier run on this machine is not of this one.
  rm -f "$RUNNER_TEMP/noticeboard-failed"
}

has() {
  git rev-parse --verify --quiet --end-of-options "$1^{commit}" >/dev/null
}

if [ -n "${SINCE:-}" ]; then
  give "$SINCE"
  exit
fi
branch="${GITHUB_BASE_REF:-}"
if [ -z "$branch" ] || ! git check-ref-format "refs/heads/$branch"; then
  echo '::error title=Nothing to compare with::This is no pull request: name a branch or a commit in the input since'
  exit 1
fi
base="refs/remotes/origin/$branch"
if ! has "$base" && [ "$(git rev-parse --is-shallow-repository)" = true ]; then
  # Of a pull request, the merge of both branches is checked out, whose first parent is the base.
  if ! has 'HEAD^1'; then git fetch --quiet --no-tags --deepen=1 origin "${GITHUB_SHA:-HEAD}" || true; fi
  if has 'HEAD^2'; then
    git update-ref "$base" 'HEAD^1'
  else
    git fetch --quiet --no-tags --unshallow origin "+refs/heads/$branch:$base" || true
  fi
fi
give "origin/$branch"
