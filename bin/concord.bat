@echo off
rem Starts Concord with the first Java of version 25 or later: JAVA_HOME, the one that built it, the one on the path.
rem JavaFX is loaded only for the desk (no arguments, a study file, or "sample"); a sub-command starts without it.
rem JAVA_OPTS are handed to Java.
setlocal
set "HOME_DIR=%~dp0.."
set "LEAST=25"
set "JAVA_EXE="
set "BUILT="
if exist "%~dp0java-home" set /p BUILT=<"%~dp0java-home"

if defined JAVA_HOME call :try "%JAVA_HOME%\bin\java.exe"
if not defined JAVA_EXE if defined BUILT call :try "%BUILT%\bin\java.exe"
if not defined JAVA_EXE for %%j in (java.exe) do if not "%%~$PATH:j"=="" call :try "%%~$PATH:j"
if not defined JAVA_EXE (
    echo concord: needs Java %LEAST% or later; install one from https://adoptium.net and set JAVA_HOME to its folder. 1>&2
    exit /b 1
)

set "DESK="
if "%~1"=="" set "DESK=yes"
if /i "%~x1"==".concord" set "DESK=yes"
if /i "%~1"=="sample" set "DESK=yes"
if "%~2"=="" if exist "%~1" set "DESK=yes"
if defined DESK (
    "%JAVA_EXE%" --module-path "%HOME_DIR%\javafx" --add-modules @javafx.modules@ --enable-native-access=javafx.graphics,ALL-UNNAMED --add-exports javafx.base/com.sun.javafx.event=ALL-UNNAMED %JAVA_OPTS% -classpath "%HOME_DIR%\lib\*" @main.class@ %*
) else (
    "%JAVA_EXE%" --enable-native-access=ALL-UNNAMED %JAVA_OPTS% -classpath "%HOME_DIR%\lib\*" @main.class@ %*
)
exit /b %ERRORLEVEL%

rem Takes the Java whose path is given if it is new enough.
:try
if not exist "%~1" exit /b 0
set "FOUND="
for /f "tokens=3" %%v in ('call "%~1" -version 2^>^&1 ^| findstr /r /c:" version "') do if not defined FOUND set "FOUND=%%~v"
for /f "delims=.-+ tokens=1" %%m in ("%FOUND%") do if %%m GEQ %LEAST% set "JAVA_EXE=%~1"
exit /b 0
