@echo off
rem Double-click: opens the page of ulotki in the browser. Needs no administrator, no installation and no network.
setlocal
chcp 65001 >nul
title ulotki
if not exist "%~dp0python\python.exe" goto nopython
"%~dp0python\python.exe" -X utf8 -m ulotki.desktop "%~f0" %*
set code=%errorlevel%
if not "%code%"=="0" pause
exit /b %code%

:nopython
echo.
echo   W folderze programu brakuje Pythona. Rozpakuj cały plik zip jeszcze raz, do nowego folderu.
echo   Jeśli to nie pomoże, poproś o pełny folder osobę, od której go masz.
echo.
pause
exit /b 3
