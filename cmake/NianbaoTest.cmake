# Test programs. The framework's header takes longer to compile than most tests: it is precompiled once.
find_package(Boost 1.81 REQUIRED COMPONENTS unit_test_framework json)

# Tests run for a moment and are compiled for minutes. Paths stand in one file alone, so that a compiler
# cache knows the others again in another folder.
set(support ${PROJECT_SOURCE_DIR}/tests/support)
add_library(nianbao_test_main OBJECT ${support}/main.cpp ${support}/paths.cpp)
target_link_libraries(nianbao_test_main PRIVATE nianbao_options Boost::unit_test_framework Boost::headers)
target_compile_options(nianbao_test_main PRIVATE -O0)
target_precompile_headers(nianbao_test_main PRIVATE
  <boost/test/unit_test.hpp> <algorithm> <filesystem> <map> <memory> <optional> <string> <string_view> <vector>)
set_source_files_properties(${support}/main.cpp PROPERTIES SKIP_PRECOMPILE_HEADERS ON)
set_source_files_properties(${support}/paths.cpp PROPERTIES COMPILE_DEFINITIONS
  "NIANBAO_TEST_SOURCE=\"${PROJECT_SOURCE_DIR}\";NIANBAO_TEST_BUILD=\"${PROJECT_BINARY_DIR}\";NIANBAO_TEST_BUNDLE=\"${NIANBAO_BUNDLE_DIR}\"")
set_target_properties(nianbao_test_main PROPERTIES POSITION_INDEPENDENT_CODE OFF)

# nianbao_add_test_program(NAME SOURCES … [LIBRARIES …] [DEFINITIONS …] [NEEDS target…])
# One Boost.Test program and one test of the suite `quick`. The plugins it opens are named by NEEDS.
function(nianbao_add_test_program name)
  cmake_parse_arguments(ARG "" "" "SOURCES;LIBRARIES;DEFINITIONS;NEEDS" ${ARGN})
  add_executable(${name} ${ARG_SOURCES} $<TARGET_OBJECTS:nianbao_test_main>)
  target_include_directories(${name} PRIVATE ${PROJECT_SOURCE_DIR}/tests/support ${PROJECT_SOURCE_DIR}/core)
  target_compile_definitions(${name} PRIVATE ${ARG_DEFINITIONS})
  target_compile_options(${name} PRIVATE -O0)
  target_link_libraries(${name} PRIVATE
    ${ARG_LIBRARIES} nianbao::nianbao nianbao_options Boost::unit_test_framework Boost::json Boost::headers)
  target_precompile_headers(${name} REUSE_FROM nianbao_test_main)
  set_target_properties(${name} PROPERTIES POSITION_INDEPENDENT_CODE OFF)
  if(ARG_NEEDS)
    add_dependencies(${name} ${ARG_NEEDS})
  endif()
  add_test(NAME ${name} COMMAND ${name})
  set_tests_properties(${name} PROPERTIES LABELS quick)
endfunction()
