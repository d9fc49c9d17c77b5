# SPDX-License-Identifier: GPL-2.0-or-later
# Copies our scripts from SOURCE to TREE as they are served: without lines that are remarks, but for the licence line.
# Remarks are a seventh of what a browser would fetch; nothing else is touched, so the code reads as it is written.
file(GLOB scripts RELATIVE "${SOURCE}" "${SOURCE}/*.js" "${SOURCE}/views/*.js")
foreach(script IN LISTS scripts)
    file(READ "${SOURCE}/${script}" text)
    string(REGEX REPLACE "\n[ \t]*//[^\n]*" "" text "${text}")
    file(WRITE "${TREE}/${script}" "${text}")
endforeach()
