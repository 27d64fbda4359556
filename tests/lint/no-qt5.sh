#!/usr/bin/env bash
# No executable may load Qt 5: it would share a process with Qt 6. Usage: no-qt5.sh BUILD
set -euo pipefail
status=0
checked=0
while read -r program; do
    checked=$((checked + 1))
    if ldd "$program" 2>/dev/null | grep -q 'libQt5'; then
        echo "$program loads Qt 5"
        status=1
    fi
done < <(find "$1" -type f -executable \( -path '*/app/*' -o -path '*/tests/*' \) ! -name '*.so*' ! -path '*/CMakeFiles/*')
[ "$checked" -gt 0 ] || { echo "no executable below $1"; exit 1; }
echo "$checked executables, none loads Qt 5"
exit $status
