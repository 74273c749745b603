; The Windows installer: for one user, without administrator rights.
;
;   makensis -DVERSION=0.1.0 -DPAYLOAD=dist\sdstudio -DOUTPUT=setup.exe -DICON=sdstudio.ico installer.nsi
;
; What the user made (pictures, models, settings) lies elsewhere and is never touched.
Unicode true
ManifestDPIAware true
ManifestLongPathAware true
RequestExecutionLevel user
SetCompressor /SOLID lzma

!ifndef VERSION | PAYLOAD | OUTPUT | ICON
  !error "VERSION, PAYLOAD, OUTPUT and ICON must be given with -D"
!endif

!include "MUI2.nsh"
!include "FileFunc.nsh"

!define NAME "sdstudio"
!define PROGRAM "sdstudio.exe"
!define UNINSTALL_KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\${NAME}"

Name "${NAME}"
OutFile "${OUTPUT}"
InstallDir "$LOCALAPPDATA\Programs\${NAME}"
InstallDirRegKey HKCU "${UNINSTALL_KEY}" "InstallLocation"

VIProductVersion "${VERSION}.0"
VIAddVersionKey "ProductName" "${NAME}"
VIAddVersionKey "ProductVersion" "${VERSION}"
VIAddVersionKey "FileVersion" "${VERSION}"
VIAddVersionKey "FileDescription" "${NAME} setup"
VIAddVersionKey "LegalCopyright" "The sdstudio developers"

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_ABORTWARNING
!define MUI_FINISHPAGE_RUN "$INSTDIR\${PROGRAM}"
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "English"
!insertmacro MUI_LANGUAGE "Japanese"
!insertmacro MUI_LANGUAGE "Korean"
!insertmacro MUI_LANGUAGE "SimpChinese"

LangString IS_RUNNING ${LANG_ENGLISH} "sdstudio is running. Close it, then press Retry."
LangString IS_RUNNING ${LANG_JAPANESE} "sdstudio が動いています。閉じてから「再試行」を押してください。"
LangString IS_RUNNING ${LANG_KOREAN} "sdstudio가 실행 중입니다. 닫은 다음 다시 시도를 누르세요."
LangString IS_RUNNING ${LANG_SIMPCHINESE} "sdstudio 正在运行。请关闭后点击“重试”。"

LangString PICTURE_TYPE ${LANG_ENGLISH} "Picture"
LangString PICTURE_TYPE ${LANG_JAPANESE} "画像"
LangString PICTURE_TYPE ${LANG_KOREAN} "그림"
LangString PICTURE_TYPE ${LANG_SIMPCHINESE} "图片"
LangString WEIGHTS_TYPE ${LANG_ENGLISH} "Model weights"
LangString WEIGHTS_TYPE ${LANG_JAPANESE} "モデルの重み"
LangString WEIGHTS_TYPE ${LANG_KOREAN} "모델 가중치"
LangString WEIGHTS_TYPE ${LANG_SIMPCHINESE} "模型权重"

; A program that runs cannot be opened for writing. Silent installations end with code 3.
!macro WAIT_UNTIL_CLOSED UN
Function ${UN}WaitUntilClosed
  again:
  IfFileExists "$INSTDIR\${PROGRAM}" 0 closed
  ClearErrors
  FileOpen $0 "$INSTDIR\${PROGRAM}" a
  IfErrors running
  FileClose $0
  Goto closed
  running:
  MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "$(IS_RUNNING)" /SD IDCANCEL IDRETRY again
  SetErrorLevel 3
  Quit
  closed:
FunctionEnd
!macroend
!insertmacro WAIT_UNTIL_CLOSED ""
!insertmacro WAIT_UNTIL_CLOSED "un."

; Only what was installed: the folder may be one that the user chose and keeps other things in.
!macro REMOVE_PROGRAM
  RMDir /r "$INSTDIR\_internal"
  Delete "$INSTDIR\${PROGRAM}"
  Delete "$INSTDIR\sdstudio-cli.exe"
!macroend

; What the programs of a user open lies under this key.
!define CLASSES "Software\Classes"
!define PICTURE "${NAME}.Picture"
!define WEIGHTS "${NAME}.Weights"

!macro DEFINE_TYPE ID WORDS
  WriteRegStr HKCU "${CLASSES}\${ID}" "" "${WORDS}"
  WriteRegStr HKCU "${CLASSES}\${ID}\DefaultIcon" "" "$INSTDIR\${PROGRAM},0"
  WriteRegStr HKCU "${CLASSES}\${ID}\shell\open\command" "" '"$INSTDIR\${PROGRAM}" "%1"'
!macroend

; Offered under "Open with"; what a double-click opens stays what it was.
!macro OFFER ENDING ID
  WriteRegStr HKCU "${CLASSES}\${ENDING}\OpenWithProgids" "${ID}" ""
!macroend

!macro OFFER_NO_MORE ENDING ID
  DeleteRegValue HKCU "${CLASSES}\${ENDING}\OpenWithProgids" "${ID}"
  DeleteRegKey /ifempty HKCU "${CLASSES}\${ENDING}\OpenWithProgids"
  DeleteRegKey /ifempty HKCU "${CLASSES}\${ENDING}"
!macroend

!macro FOR_EVERY_ENDING ACTION
  !insertmacro ${ACTION} ".png" "${PICTURE}"
  !insertmacro ${ACTION} ".jpg" "${PICTURE}"
  !insertmacro ${ACTION} ".jpeg" "${PICTURE}"
  !insertmacro ${ACTION} ".webp" "${PICTURE}"
  !insertmacro ${ACTION} ".safetensors" "${WEIGHTS}"
!macroend

; The desktop reads all this anew.
!macro TELL_OF_TYPES
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
!macroend

Section "sdstudio"
  Call WaitUntilClosed
  ; An older version may have files that this one has no more.
  !insertmacro REMOVE_PROGRAM
  SetOutPath "$INSTDIR"
  File /r "${PAYLOAD}/*"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  CreateShortCut "$SMPROGRAMS\${NAME}.lnk" "$INSTDIR\${PROGRAM}" "" "$INSTDIR\${PROGRAM}" 0
  WriteRegStr HKCU "${UNINSTALL_KEY}" "DisplayName" "${NAME}"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "DisplayIcon" "$INSTDIR\${PROGRAM}"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "Publisher" "The sdstudio developers"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${UNINSTALL_KEY}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${UNINSTALL_KEY}" "NoModify" 1
  WriteRegDWORD HKCU "${UNINSTALL_KEY}" "NoRepair" 1
  !insertmacro DEFINE_TYPE "${PICTURE}" "$(PICTURE_TYPE)"
  !insertmacro DEFINE_TYPE "${WEIGHTS}" "$(WEIGHTS_TYPE)"
  !insertmacro FOR_EVERY_ENDING OFFER
  ; Nothing else opens these, unless the user has chosen something.
  ReadRegStr $0 HKCR ".safetensors" ""
  StrCmp $0 "" 0 +2
  WriteRegStr HKCU "${CLASSES}\.safetensors" "" "${WEIGHTS}"
  !insertmacro TELL_OF_TYPES
  ${GetSize} "$INSTDIR" "/S=0K" $0 $1 $2
  WriteRegDWORD HKCU "${UNINSTALL_KEY}" "EstimatedSize" $0
SectionEnd

Section "Uninstall"
  Call un.WaitUntilClosed
  !insertmacro REMOVE_PROGRAM
  Delete "$INSTDIR\uninstall.exe"
  ; Not /r: it stays where anything else lies in it.
  RMDir "$INSTDIR"
  Delete "$SMPROGRAMS\${NAME}.lnk"
  ReadRegStr $0 HKCU "${CLASSES}\.safetensors" ""
  StrCmp $0 "${WEIGHTS}" 0 +2
  DeleteRegValue HKCU "${CLASSES}\.safetensors" ""
  !insertmacro FOR_EVERY_ENDING OFFER_NO_MORE
  DeleteRegKey HKCU "${CLASSES}\${PICTURE}"
  DeleteRegKey HKCU "${CLASSES}\${WEIGHTS}"
  !insertmacro TELL_OF_TYPES
  DeleteRegKey HKCU "${UNINSTALL_KEY}"
SectionEnd
