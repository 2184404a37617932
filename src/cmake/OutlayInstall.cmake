# What `cmake --install` puts where, and how others find it: find_package(outlay) and pkg-config.
include(CMakePackageConfigHelpers)

if(PROJECT_IS_TOP_LEVEL)
  set(package_dir ${CMAKE_INSTALL_LIBDIR}/cmake/outlay)

  install(TARGETS outlay EXPORT outlay FILE_SET HEADERS)
  if(TARGET outlay_shared)
    install(TARGETS outlay_shared EXPORT outlay FILE_SET HEADERS)
  endif()
  if(TARGET outlay_c)
    install(TARGETS outlay_c EXPORT outlay FILE_SET c_header)
    install(TARGETS outlay_sqlite DESTINATION ${CMAKE_INSTALL_LIBDIR}/outlay)
  endif()
  install(TARGETS outlay_cli)
  install(EXPORT outlay NAMESPACE outlay:: DESTINATION ${package_dir})

  set(outlay_has_c FALSE)
  if(TARGET outlay_c)
    set(outlay_has_c TRUE)
  endif()
  configure_package_config_file(${CMAKE_CURRENT_LIST_DIR}/outlayConfig.cmake.in
    ${CMAKE_CURRENT_BINARY_DIR}/outlayConfig.cmake INSTALL_DESTINATION ${package_dir})
  write_basic_package_version_file(${CMAKE_CURRENT_BINARY_DIR}/outlayConfigVersion.cmake COMPATIBILITY SameMinorVersion)
  # From the folder of outlay.pc to the prefix, so that an install tree may be moved.
  file(RELATIVE_PATH pc_prefix /${CMAKE_INSTALL_LIBDIR}/pkgconfig /)
  configure_file(${CMAKE_CURRENT_LIST_DIR}/outlay.pc.in ${CMAKE_CURRENT_BINARY_DIR}/outlay.pc @ONLY)
  install(FILES ${CMAKE_CURRENT_BINARY_DIR}/outlayConfig.cmake ${CMAKE_CURRENT_BINARY_DIR}/outlayConfigVersion.cmake
    DESTINATION ${package_dir})
  configure_file(${CMAKE_CURRENT_LIST_DIR}/outlay_c.pc.in ${CMAKE_CURRENT_BINARY_DIR}/outlay_c.pc @ONLY)
  install(FILES ${CMAKE_CURRENT_BINARY_DIR}/outlay.pc ${CMAKE_CURRENT_BINARY_DIR}/outlay_c.pc DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig)

  install(FILES ${PROJECT_SOURCE_DIR}/LICENSE DESTINATION ${CMAKE_INSTALL_DOCDIR})
  install(DIRECTORY ${PROJECT_SOURCE_DIR}/docs/schema DESTINATION ${CMAKE_INSTALL_DOCDIR})
  install(DIRECTORY ${PROJECT_SOURCE_DIR}/config/examples DESTINATION ${CMAKE_INSTALL_DATADIR}/outlay)
endif()
