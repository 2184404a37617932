# The second tier: tests that need Python's numpy, pandas and Dask, which `sh .ci/setup-python` installs.
# Run with `cmake --workflow --preset second-tier`.
set(python_environment OUTLAY_LIBRARY=$<TARGET_FILE:outlay_c> PYTHONPATH=${PROJECT_SOURCE_DIR}/src/python
  PYTHONDONTWRITEBYTECODE=1 OUTLAY_PROGRAM=$<TARGET_FILE:outlay_cli>)
if(OUTLAY_SANITIZERS MATCHES address)  # an interpreter without it loads it first
  execute_process(COMMAND ${CMAKE_CXX_COMPILER} -print-file-name=libasan.so OUTPUT_VARIABLE asan OUTPUT_STRIP_TRAILING_WHITESPACE)
  list(APPEND python_environment LD_PRELOAD=${asan} ASAN_OPTIONS=detect_leaks=0)
endif()

function(outlay_second_tier name)
  add_test(NAME ${name} COMMAND ${CMAKE_COMMAND} -E env ${python_environment} ${ARGN})
  set_tests_properties(${name} PROPERTIES LABELS second-tier)
endfunction()

set(here ${CMAKE_CURRENT_SOURCE_DIR})
foreach(part IN ITEMS answers columns pandas_series)
  outlay_second_tier(python.${part} ${OUTLAY_PYTHON} ${here}/python/${part}_test.py)
endforeach()
outlay_second_tier(python.install ${OUTLAY_PYTHON} ${here}/python/install.py ${PROJECT_SOURCE_DIR}/src/python)
foreach(page IN ITEMS python cluster)
  outlay_second_tier(guide.${page} ${OUTLAY_PYTHON} ${here}/install/guide.py ${PROJECT_SOURCE_DIR}/docs/${page}.md python --
    ${OUTLAY_PYTHON} {source})
endforeach()
outlay_second_tier(dask.split ${OUTLAY_PYTHON} ${here}/dask/split_test.py)
outlay_second_tier(dask.cluster ${OUTLAY_PYTHON} ${here}/dask/cluster.py)
