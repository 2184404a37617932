# The tables under config/ become C++ arrays of constants: outlay_embed reads them, checks them and writes one source
# file a table into the build folder. A bad row stops the build with its file, line and column.
add_executable(outlay_embed)
file(GLOB embed_sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/embed/*.cpp)
target_sources(outlay_embed PRIVATE ${embed_sources})
target_link_libraries(outlay_embed PRIVATE outlay_facts outlay_build outlay_position_independent)

set(config_dir ${PROJECT_SOURCE_DIR}/config)
file(GLOB_RECURSE config_tables CONFIGURE_DEPENDS ${config_dir}/*.csv ${config_dir}/programmes/*.toml)
list(FILTER config_tables EXCLUDE REGEX "/config/refresh/")

set(embedded_dir ${CMAKE_CURRENT_BINARY_DIR}/embedded)
set(embedded_sources)
foreach(table IN ITEMS messages currencies economies settings formats calendars programmes rates indicators languages finder)
  list(APPEND embedded_sources ${embedded_dir}/${table}.cpp)
endforeach()

add_custom_command(
  OUTPUT ${embedded_sources}
  COMMAND outlay_embed ${config_dir} ${embedded_dir}
  DEPENDS outlay_embed ${config_tables}
  COMMENT "Embedding config/"
  VERBATIM)
