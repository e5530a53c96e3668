# What find_package(Nianbao) needs beside the library and its headers, which core/ installs.
include(CMakePackageConfigHelpers)

set(package ${CMAKE_INSTALL_LIBDIR}/cmake/Nianbao)
configure_package_config_file(${CMAKE_CURRENT_LIST_DIR}/NianbaoConfig.cmake.in
  ${PROJECT_BINARY_DIR}/NianbaoConfig.cmake INSTALL_DESTINATION ${package}
  PATH_VARS CMAKE_INSTALL_BINDIR)
# While the major version is 0, a minor version may break what was built before.
write_basic_package_version_file(${PROJECT_BINARY_DIR}/NianbaoConfigVersion.cmake COMPATIBILITY SameMinorVersion)

# What the plugin guide shows and uses.
install(DIRECTORY ${PROJECT_SOURCE_DIR}/docs ${PROJECT_SOURCE_DIR}/examples DESTINATION ${CMAKE_INSTALL_DOCDIR})
install(FILES ${PROJECT_SOURCE_DIR}/README.md ${PROJECT_SOURCE_DIR}/README.zh-CN.md DESTINATION ${CMAKE_INSTALL_DOCDIR})

install(EXPORT NianbaoTargets NAMESPACE nianbao:: DESTINATION ${package})
install(FILES
  ${PROJECT_BINARY_DIR}/NianbaoConfig.cmake ${PROJECT_BINARY_DIR}/NianbaoConfigVersion.cmake
  ${CMAKE_CURRENT_LIST_DIR}/NianbaoPlugin.cmake ${CMAKE_CURRENT_LIST_DIR}/NianbaoPlugin.map
  DESTINATION ${package})
