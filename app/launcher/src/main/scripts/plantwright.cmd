@echo off
rem Starts Plantwright from the folder this script lies in, on a JDK 25:
rem the first of PLANTWRIGHT_JAVA, JAVA_HOME, the JDK that built it.
rem PLANTWRIGHT_OPTS goes to the JVM.
setlocal
for %%I in ("%~dp0..") do set "PW_HOME=%%~fI"
set "PW_BUILT="
if exist "%PW_HOME%\lib\jdk" set /p PW_BUILT=<"%PW_HOME%\lib\jdk"
set "PW_JAVA="
call :java25 "%PLANTWRIGHT_JAVA%"
call :java25 "%JAVA_HOME%"
call :java25 "%PW_BUILT%"
if not defined PW_JAVA (
  echo plantwright: No JDK 25 found; install one ^(such as Temurin 25^) or name it in PLANTWRIGHT_JAVA. 1>&2
  exit /b 2
)
set "PW_FX="
if "%~1"=="workbench" set PW_FX=--module-path="%PW_HOME%\lib\javafx" --add-modules=javafx.controls --enable-native-access=javafx.graphics
"%PW_JAVA%" %PW_FX% --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow -XX:+UseSerialGC "-Dplantwright.home=%PW_HOME%" %PLANTWRIGHT_OPTS% -cp "%PW_HOME%\lib\*" dev.plantwright.launcher.Main %*
exit /b %ERRORLEVEL%

:java25
if defined PW_JAVA exit /b
if "%~1"=="" exit /b
if not exist "%~1\bin\java.exe" exit /b
findstr /b /c:"JAVA_VERSION=\"25" "%~1\release" >nul 2>nul || exit /b
set "PW_JAVA=%~1\bin\java.exe"
exit /b
