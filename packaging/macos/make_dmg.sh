#!/usr/bin/env bash
# Makes a disk image of an app bundle: make_dmg.sh sdstudio.app sdstudio.dmg
#
# SDSTUDIO_SIGN_AS         name of a "Developer ID Application" certificate in the keychain
# SDSTUDIO_NOTARY_PROFILE  name of a profile that `xcrun notarytool store-credentials` has stored
# Without the first, the image is not signed, and macOS asks its users to confirm it in the settings.
set -euo pipefail
bundle=$1
image=$2
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)

if [[ -n ${SDSTUDIO_SIGN_AS:-} ]]; then
  sign=(codesign --force --timestamp --options runtime --entitlements "$here/entitlements.plist")
  # From the inside out: a bundle's signature covers those of what lies in it.
  find "$bundle/Contents" -type f \( -name '*.dylib' -o -name '*.so' -o -perm -100 \) -print0 |
    while IFS= read -r -d '' file; do
      if file -b "$file" | grep -q Mach-O; then
        "${sign[@]}" --sign "$SDSTUDIO_SIGN_AS" "$file"
      fi
    done
  "${sign[@]}" --sign "$SDSTUDIO_SIGN_AS" "$bundle"
  codesign --verify --deep --strict "$bundle"
fi

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
ditto "$bundle" "$folder/$(basename "$bundle")"
ln -s /Applications "$folder/Applications"
hdiutil create -volname sdstudio -srcfolder "$folder" -fs APFS -format ULFO -ov "$image"

if [[ -n ${SDSTUDIO_SIGN_AS:-} ]]; then
  codesign --timestamp --sign "$SDSTUDIO_SIGN_AS" "$image"
fi
if [[ -n ${SDSTUDIO_NOTARY_PROFILE:-} ]]; then
  xcrun notarytool submit "$image" --keychain-profile "$SDSTUDIO_NOTARY_PROFILE" --wait
  xcrun stapler staple "$image"
  spctl --assess --type open --context context:primary-signature "$image"
fi
