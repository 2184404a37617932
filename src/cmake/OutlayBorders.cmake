# The borders to other tools: shared libraries that hold the engine and need only the C library. What they do not show is
# hidden, so that no other version of a package in the same process can meet ours.
if(BUILD_SHARED_LIBS)
  return()
endif()

# outlay_border(NAME FOLDER): a shared library of the sources of FOLDER, which shows what FOLDER/outlay.map names.
function(outlay_border name folder)
  file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/${folder}/*.cpp)
  set(map ${CMAKE_CURRENT_SOURCE_DIR}/${folder}/outlay.map)
  add_library(${name} SHARED ${sources})
  target_include_directories(${name} PRIVATE ${CMAKE_CURRENT_SOURCE_DIR})
  target_include_directories(${name} PUBLIC
    $<BUILD_INTERFACE:${PROJECT_SOURCE_DIR}/include> $<INSTALL_INTERFACE:${CMAKE_INSTALL_INCLUDEDIR}>)
  target_compile_definitions(${name} PRIVATE OUTLAY_VERSION="${PROJECT_VERSION}")
  target_link_libraries(${name} PRIVATE
    $<BUILD_INTERFACE:outlay_build> $<BUILD_INTERFACE:outlay_position_independent> $<BUILD_INTERFACE:Boost::headers>)
  # The archive by its file: of what it needs the archives are taken too.
  add_dependencies(${name} outlay)
  target_link_options(${name} PRIVATE -static-libstdc++ -static-libgcc -Wl,--version-script=${map})
  target_link_libraries(${name} PRIVATE $<BUILD_INTERFACE:$<TARGET_FILE:outlay>>
    -Wl,-Bstatic sqlite3 expat minizip z gumbo -Wl,-Bdynamic)
  set_target_properties(${name} PROPERTIES CXX_VISIBILITY_PRESET hidden VISIBILITY_INLINES_HIDDEN ON
    LINK_DEPENDS "${map};$<TARGET_FILE:outlay>")
endfunction()

outlay_border(outlay_c capi)
add_library(outlay::c ALIAS outlay_c)
target_sources(outlay_c PUBLIC FILE_SET c_header TYPE HEADERS BASE_DIRS ${PROJECT_SOURCE_DIR}/include
  FILES ${PROJECT_SOURCE_DIR}/include/outlay/outlay.h)
set_target_properties(outlay_c PROPERTIES EXPORT_NAME c VERSION ${PROJECT_VERSION}
  SOVERSION ${PROJECT_VERSION_MAJOR})

# `.load outlay_sqlite` in sqlite3. It uses the SQLite that loads it.
outlay_border(outlay_sqlite sql)
set_target_properties(outlay_sqlite PROPERTIES PREFIX "")
