#!/bin/sh
# Makes the icons of every size from concord.svg (needs rsvg-convert). The build puts them on the class
# path as /org/concordqda/desk/icons/concord-SIZE.png.
set -eu
cd "$(dirname "$0")"
for size in 16 24 32 48 64 128 256 512; do
    rsvg-convert -w $size -h $size concord.svg -o concord-$size.png
done
