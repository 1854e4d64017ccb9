#!/usr/bin/env bash
# Makes a Linux app image (a folder that runs anywhere) and a .deb from target/app:
#
#   mvn -q package -DskipTests && installer/linux.sh [--image-only]
#
# Results: target/installer/concord (start it by bin/concord) and target/installer/concord_VERSION_ARCH.deb
set -euo pipefail
cd "$(dirname "$0")/.."

say() { printf '%s\n' "$*"; }
fail() { printf 'installer: %s\n' "$*" >&2; exit 1; }

[ "$(uname -s)" = Linux ] || fail "this script makes packages for Linux and runs on Linux."
[ -r target/app/bin/java-home ] || fail "target/app is not there; run mvn -q package -DskipTests first."
read -r jdk <target/app/bin/java-home
[ -x "$jdk/bin/jpackage" ] && [ -x "$jdk/bin/jlink" ] || fail "the JDK that built Concord ($jdk) has no jlink and jpackage; use a full JDK."
command -v objcopy >/dev/null || fail "objcopy is missing; install it by: apt-get install binutils"
command -v unzip >/dev/null || fail "unzip is missing; install it by: apt-get install unzip"
deb=yes
[ "${1-}" = --image-only ] && deb=
if [ -n "$deb" ]; then
    for tool in fakeroot dpkg-deb; do
        command -v $tool >/dev/null || fail "$tool is missing; install it by: apt-get install fakeroot dpkg (or make only the image: installer/linux.sh --image-only)"
    done
fi

jar=$(cd target/app/lib && echo concord-*.jar)
version=${jar#concord-}
version=${version%.jar}
out=target/installer
rm -rf "$out"
mkdir -p "$out"

say "1. The Java runtime: only the modules that are used, and JavaFX"
# Character sets of old files and zip as a file system are found by name at run time, so
# no tool can list them; step 3 runs the program with what is here.
modules=java.base,java.desktop,java.logging,java.management,java.naming,java.prefs,java.security.jgss
modules=$modules,java.sql,java.xml,java.xml.crypto,jdk.charsets,jdk.unsupported,jdk.zipfs
"$jdk/bin/jlink" --module-path target/app/javafx --output "$out/runtime" \
    --add-modules "$modules,javafx.controls,jfx.incubator.richtext,javafx.swing" \
    --strip-debug --no-header-files --no-man-pages --compress zip-6
# JavaFX finds its native parts here; otherwise each person's first start unpacks them to the home folder.
for part in target/app/javafx/*.jar; do
    unzip -qo "$part" '*.so' -d "$out/runtime/lib" 2>/dev/null || true
done

say "2. The image"
"$jdk/bin/jpackage" --type app-image --dest "$out" --name concord --app-version "$version" \
    --runtime-image "$out/runtime" --input target/app/lib --main-jar "$jar" \
    --main-class org.concordqda.Concord --icon assets/concord-512.png
# Its launcher asks the system's package manager what it belongs to at every start, for half a second; a few lines of
# shell do the same at once. The name of the process stays.
rm "$out/concord/bin/concord" "$out/concord/lib/libapplauncher.so"
ln -s java "$out/concord/lib/runtime/bin/concord"
{
    cat <<'SCRIPT'
#!/bin/sh
# Starts Concord with its own Java.
self=$(readlink -f "$0") || exit 1
lib=${self%/bin/*}/lib
jars=
SCRIPT
    # In this very order: the start-up cache is for it.
    sed -n 's|^app.classpath=$APPDIR/||p' "$out/concord/lib/app/concord.cfg" |
        sed 's|.*|jars=${jars:+$jars:}$lib/app/&|'
    # A start is short and may have two cores only: compiling waits until something is really asked for often.
    cat <<'SCRIPT'
[ -r "$lib/app/concord.aot" ] && cache="-XX:AOTCache=$lib/app/concord.aot" || cache=
exec "$lib/runtime/bin/concord" ${cache:+"$cache"} \
    -XX:Tier3InvocationThreshold=1000 -XX:Tier3MinInvocationThreshold=500 -XX:Tier3CompileThreshold=10000 \
    -XX:Tier4InvocationThreshold=30000 -XX:Tier4MinInvocationThreshold=5000 \
    -XX:Tier4CompileThreshold=60000 -XX:Tier4BackEdgeThreshold=200000 \
    -Dorg.sqlite.lib.path="$lib/app" \
    --enable-native-access=javafx.graphics,ALL-UNNAMED \
    --add-exports=javafx.base/com.sun.javafx.event=ALL-UNNAMED \
    --add-opens=javafx.graphics/com.sun.javafx.text=ALL-UNNAMED \
    --add-opens=javafx.graphics/com.sun.javafx.font.freetype=ALL-UNNAMED \
    -cp "$jars" org.concordqda.Concord "$@"
SCRIPT
} >"$out/concord/bin/concord"
chmod +x "$out/concord/bin/concord"
cp LICENSE "$out/concord/lib/LICENSE"
# The style sheets in the form that JavaFX need not parse. It would prefer an old one to a new sheet, so they are made
# here, where nobody edits, and not in the build.
styles=$(mktemp -d)
(cd src/main/resources && find . -name '*.css' -exec cp --parents {} "$styles" \;)
find "$styles" -name '*.css' -exec "$jdk/bin/java" --module-path target/app/javafx --add-modules javafx.graphics \
    installer/BinaryStyles.java {} +
find "$styles" -name '*.css' -delete
"$jdk/bin/jar" --update --file "$out/concord/lib/app/$jar" -C "$styles" .
rm -r "$styles"
# SQLite comes for every system there is, 12 MB of them, and every start would unpack the one it needs; here it lies ready.
# Before the cache is trained, which remembers each jar as it was.
for sqlite in "$out"/concord/lib/app/sqlite-jdbc-*.jar; do
    unzip -qoj "$sqlite" "org/sqlite/native/Linux/$(uname -m)/*" -d "$out/concord/lib/app"
    if command -v zip >/dev/null; then
        zip -qd "$sqlite" 'org/sqlite/native/*'
    else
        say "   zip is missing: SQLite for other systems stays in (apt-get install zip)"
    fi
done

say "3. The start-up cache, trained by using the desk once"
image=$out/concord
cache=$PWD/$image/lib/app/concord.aot
training=$(mktemp -d)
screen=
trap 'rm -rf "$training"; [ -z "$screen" ] || kill "$screen" 2>/dev/null || true' EXIT
"$image/bin/concord" new "$training/training.concord" --codebook dl-defects --coder Trainer >/dev/null 2>&1 || true
"$image/bin/concord" import "$training/training.concord" samples/issues samples/transcripts >/dev/null 2>&1 || true
# On a screen of its own where there is one to make: then what a real window needs is trained too.
window="-Dglass.platform=Headless -Dprism.order=sw"
number=headless
if command -v Xvfb >/dev/null; then
    mkfifo "$training/display"
    Xvfb -displayfd 3 -screen 0 1440x900x24 3>"$training/display" >/dev/null 2>&1 &
    screen=$!
    read -r number <"$training/display"
    window=
fi
# It is ended from outside after a while, as a person would close it; Java then writes the cache. Classes only: with
# what was called often there, Java compiles all of that again at every start, beside what the start needs.
JAVA_TOOL_OPTIONS="-XX:AOTCacheOutput=$cache -XX:+UnlockDiagnosticVMOptions -XX:-AOTRecordTraining $window -Duser.home=$training -Xlog:aot=off -Dconcord.start.log=INFO" \
    HOME=$training DISPLAY=:$number "$image/bin/concord" "$training/training.concord" >"$out/training.log" 2>&1 &
trained=$!
for _ in $(seq 60); do
    sleep 0.5
    grep -q "can be used" "$out/training.log" && break
    kill -0 $trained 2>/dev/null || break
done
# Once through the places, so that going there for the first time is quick too.
if [ -n "$screen" ] && command -v xdotool >/dev/null; then
    for place in 1 3 4 5 6 2; do
        DISPLAY=:$number xdotool key alt+$place || true
        sleep 1
    done
    # Closed again: the choices of a first start are what most starts begin with.
    DISPLAY=:$number xdotool key ctrl+k sleep 1 type "Close the study" || true
    DISPLAY=:$number xdotool sleep 1 key Return || true
    sleep 2
fi
sleep 2
kill -TERM $trained 2>/dev/null || true
wait $trained || true
[ -s "$cache" ] || say "   no cache was written (see $out/training.log); the program starts without it"
"$image/bin/concord" --version

if [ -n "$deb" ]; then
    say "4. The package"
    "$jdk/bin/jpackage" --type deb --dest "$out" --name concord --app-image "$image" --app-version "$version" \
        --vendor "Concord" --linux-package-name concord --linux-shortcut --linux-menu-group "Education;Science" \
        --license-file LICENSE --resource-dir installer/resources \
        --description "Qualitative analysis for software engineering research: coding, agreement, resolving, reporting" \
        --file-associations installer/study.properties
fi
du -sh "$image"
[ -z "$deb" ] || du -sh "$out"/*.deb
