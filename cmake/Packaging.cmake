# cmake --install puts both programs, the page, the settings and the units in place; cpack -G DEB makes one package
# of the same files. No network, and nothing is built here.
install(TARGETS dateline-indexer dateline-server RUNTIME DESTINATION "${CMAKE_INSTALL_BINDIR}")
install(FILES "${PROJECT_SOURCE_DIR}/config/dateline.toml" "${PROJECT_SOURCE_DIR}/config/aliases.tsv" DESTINATION /etc/dateline)
install(DIRECTORY "${PROJECT_SOURCE_DIR}/config/systemd/" DESTINATION lib/systemd/system FILES_MATCHING PATTERN "*.service" PATTERN "*.timer")
install(FILES "${PROJECT_SOURCE_DIR}/config/systemd/sysusers.conf" DESTINATION lib/sysusers.d RENAME dateline.conf)
install(FILES "${PROJECT_SOURCE_DIR}/config/cron" "${PROJECT_SOURCE_DIR}/config/nginx.conf"
    DESTINATION "${CMAKE_INSTALL_DOCDIR}/examples")
install(FILES "${PROJECT_SOURCE_DIR}/config/logrotate" DESTINATION /etc/logrotate.d RENAME dateline)
install(FILES "${PROJECT_SOURCE_DIR}/README.md" "${PROJECT_SOURCE_DIR}/CHANGELOG.md" "${PROJECT_SOURCE_DIR}/LICENSE"
    DESTINATION "${CMAKE_INSTALL_DOCDIR}")
install(DIRECTORY "${PROJECT_SOURCE_DIR}/config/models" "${PROJECT_SOURCE_DIR}/config/gazetteer"
    DESTINATION "${CMAKE_INSTALL_DATADIR}/dateline")
install(DIRECTORY "${PROJECT_SOURCE_DIR}/docs/" DESTINATION "${CMAKE_INSTALL_DOCDIR}" PATTERN "*.png" EXCLUDE)

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME dateline)
set(CPACK_PACKAGE_CONTACT "Dateline maintainers <dateline@localhost>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "${PROJECT_DESCRIPTION}")
set(CPACK_PACKAGING_INSTALL_PREFIX "/usr")
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION web)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "cron | systemd-sysv, hunspell-en-us, hunspell-en-gb, hunspell-de-de-frami | hunspell-de-de, hunspell-es, hunspell-fr, hunspell-it, hunspell-pt-pt, hunspell-pt-br")
set(CPACK_STRIP_FILES ON)
file(WRITE "${PROJECT_BINARY_DIR}/conffiles" "/etc/dateline/dateline.toml\n/etc/dateline/aliases.tsv\n/etc/logrotate.d/dateline\n")
# The user that both units run as.
file(WRITE "${PROJECT_BINARY_DIR}/postinst" "#!/bin/sh\nset -e\nif command -v systemd-sysusers > /dev/null; then systemd-sysusers dateline.conf; fi\n")
file(CHMOD "${PROJECT_BINARY_DIR}/postinst" PERMISSIONS OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
set(CPACK_DEBIAN_PACKAGE_CONTROL_EXTRA "${PROJECT_BINARY_DIR}/conffiles" "${PROJECT_BINARY_DIR}/postinst")
include(CPack)
