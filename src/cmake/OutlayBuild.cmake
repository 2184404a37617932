# How our own code is compiled: warnings, sanitizers, optimisation. Nothing of this reaches who uses the library.
add_library(outlay_build INTERFACE)

target_compile_options(outlay_build INTERFACE
  -Wall -Wextra -Wconversion -Wsign-conversion -Wshadow -Wpedantic
  $<$<BOOL:${OUTLAY_WARNINGS_AS_ERRORS}>:-Werror>
  # Smaller is faster here: start-up is what a one-line question costs.
  $<$<CONFIG:Release>:-O2;-ffunction-sections;-fdata-sections>)
target_link_options(outlay_build INTERFACE $<$<CONFIG:Release>:-Wl,--gc-sections>)

# What g++ 12 warns of after inlining is wrong about std::string and Boost's cpp_int. Before inlining it is not, and the
# sanitizers watch the same slips.
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 14)
  target_compile_options(outlay_build INTERFACE $<$<CONFIG:Release>:
    -Wno-maybe-uninitialized;-Wno-array-bounds;-Wno-restrict;-Wno-stringop-overflow;-Wno-stringop-overread>)
endif()

if(OUTLAY_SANITIZERS)
  target_compile_options(outlay_build INTERFACE
    -fsanitize=${OUTLAY_SANITIZERS} -fno-sanitize-recover=all -fno-omit-frame-pointer)
  target_compile_definitions(outlay_build INTERFACE _GLIBCXX_ASSERTIONS)
  target_link_options(outlay_build INTERFACE -fsanitize=${OUTLAY_SANITIZERS})
endif()

# One set of objects serves the program, the static library and every shared one. What a call between our own functions
# would cost in a shared library is taken back: nobody replaces them one by one.
add_library(outlay_position_independent INTERFACE)
target_compile_options(outlay_position_independent INTERFACE -fPIC -fno-semantic-interposition)
