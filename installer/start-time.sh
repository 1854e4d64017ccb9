#!/usr/bin/env bash
# How long the program of target/installer takes from its start to a window that can be used, with and without its
# start-up cache, on the choices of a first start and on a study of the samples:
#
#   installer/linux.sh --image-only && installer/start-time.sh [TIMES]
#
# The program itself says when its window can be used (its log, concord.start.log=INFO). Medians; exit code 3 when one
# is over its limit: 1.5 s, and 60 % of the same without the cache. Last, what JavaFX itself takes on this machine: a
# window with three controls in the same runtime and theme, with a start-up cache of its own and without.
set -euo pipefail
cd "$(dirname "$0")/.."

times=${1:-7}
image=$PWD/target/installer/concord
fail() { printf 'start-time: %s\n' "$*" >&2; exit 1; }
[ -x "$image/bin/concord" ] || fail "there is no $image; run installer/linux.sh --image-only first."
command -v Xvfb >/dev/null || fail "Xvfb is missing; install it by: apt-get install xvfb"

folder=$(mktemp -d)
mkfifo "$folder/display"
Xvfb -displayfd 3 -screen 0 1600x1000x24 3>"$folder/display" >/dev/null 2>&1 &
screen=$!
trap 'kill $screen 2>/dev/null; wait $screen 2>/dev/null || true; rm -rf "$folder"' EXIT
read -r number <"$folder/display"
export DISPLAY=:$number HOME=$folder

study=$folder/samples.concord
"$image/bin/concord" new "$study" --codebook dl-defects --coder Lead >/dev/null
"$image/bin/concord" import "$study" samples/issues samples/transcripts >/dev/null

# Milliseconds of one start; the cache is used ("auto") or not ("off").
once() {
    local mode=$1 begun line
    shift
    begun=$(date +%s%N)
    exec 4< <(JAVA_TOOL_OPTIONS="-XX:AOTMode=$mode -Dconcord.start.log=INFO -Duser.home=$folder" exec "$@" 2>&1)
    local program=$!
    while read -r line <&4; do
        case $line in
            *"can be used"*) echo $((($(date +%s%N) - begun) / 1000000)); break ;;
        esac
    done
    kill "$program" 2>/dev/null || true
    exec 4<&-
    wait "$program" 2>/dev/null || true
}

median() { sort -n | sed -n "$((times / 2 + 1))p"; }

over=0
measure() {
    local what=$1
    shift
    local with=() without=()
    once auto "$@" >/dev/null
    local _
    for _ in $(seq "$times"); do
        with+=("$(once auto "$@")")
        without+=("$(once off "$@")")
    done
    local a b
    a=$(printf '%s\n' "${with[@]}" | median)
    b=$(printf '%s\n' "${without[@]}" | median)
    printf '%-32s %6s ms   without the cache %6s ms   %3s %%\n' "$what" "$a" "$b" $((100 * a / b))
    if [ "$a" -gt 1500 ] || [ $((100 * a)) -gt $((60 * b)) ]; then over=3; fi
}

# A bare window of the same runtime, to tell the program's share from JavaFX's.
bare() {
    local jdk java=target/installer/runtime/bin/java
    read -r jdk <target/app/bin/java-home
    "$jdk/bin/javac" --module-path target/app/javafx --add-modules javafx.controls \
        -cp target/app/lib/atlantafx-base-*.jar -d "$folder" installer/BareWindow.java
    "$jdk/bin/jar" --create --file "$folder/bare.jar" -C "$folder" BareWindow.class
    local theme=(target/app/lib/atlantafx-base-*.jar)
    local start=("$java" --enable-native-access=javafx.graphics,ALL-UNNAMED
        -cp "$folder/bare.jar:${theme[0]}" BareWindow)
    "${start[0]}" "-XX:AOTCacheOutput=$folder/bare.aot" "${start[@]:1}" --end >/dev/null 2>&1
    measure "A bare JavaFX window" "${start[0]}" "-XX:AOTCache=$folder/bare.aot" "${start[@]:1}"
}

measure "Start to the first choices" "$image/bin/concord"
measure "Start to a study" "$image/bin/concord" "$study"
limit=$over
bare
over=$limit
printf 'Size of the image: %s MB, of it the cache %s MB\n' \
    "$(du -sm "$image" | cut -f1)" "$(du -sm "$image/lib/app/concord.aot" 2>/dev/null | cut -f1)"
exit $over
