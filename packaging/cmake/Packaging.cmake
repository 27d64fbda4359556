# What is installed, and the Debian package: ./dev package.
include(GNUInstallDirs)

install(FILES packaging/org.biomedica.Curator.desktop DESTINATION ${CMAKE_INSTALL_DATADIR}/applications)
install(FILES packaging/org.biomedica.Curator.metainfo.xml DESTINATION ${CMAKE_INSTALL_DATADIR}/metainfo)
install(FILES resources/icons/biomedica-curator.svg
    DESTINATION ${CMAKE_INSTALL_DATADIR}/icons/hicolor/scalable/apps RENAME org.biomedica.Curator.svg)

set(CPACK_PACKAGE_NAME biomedica-curator)
set(CPACK_PACKAGE_VENDOR "The Biomedica Curator developers")
set(CPACK_PACKAGE_CONTACT "Biomedica Curator developers <noreply@example.org>")
set(CPACK_RESOURCE_FILE_LICENSE "${CMAKE_SOURCE_DIR}/LICENSE")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION science)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON) # dpkg-shlibdeps finds the libraries' packages
set(CPACK_DEBIAN_PACKAGE_DEPENDS "fonts-dejavu-core, libqt6svg6")
include(CPack)
