# Compiler options of the whole tree: `nianbao_options` is linked privately by every target of ours.
add_library(nianbao_options INTERFACE)

target_compile_options(nianbao_options INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual -Wcast-align -Wnull-dereference)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  # g++ 12 warns of null dereferences inside its own std::variant at -O2.
  target_compile_options(nianbao_options INTERFACE -Wno-null-dereference -Wduplicated-cond -Wlogical-op)
endif()
# What is built does not name the folder it was built in.
target_compile_options(nianbao_options INTERFACE -fmacro-prefix-map=${PROJECT_SOURCE_DIR}/=)
if(NIANBAO_DEVELOPER_MODE)
  target_compile_options(nianbao_options INTERFACE -Werror)
endif()
if(NIANBAO_UNSIGNED_CHAR)
  target_compile_options(nianbao_options INTERFACE -funsigned-char)
endif()
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_BUILD_TYPE STREQUAL "Release")
  # g++ 12 at -O3 warns of copies beyond 2^63 bytes inside its own std::string (GCC bug 105651).
  target_compile_options(nianbao_options INTERFACE -Wno-stringop-overflow -Wno-array-bounds -Wno-restrict)
endif()
if(NIANBAO_SANITIZE)
  # For third-party callbacks and plugins alike: sanitizers are all or nothing in one process.
  add_compile_options(-fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer)
  add_link_options(-fsanitize=address,undefined)
  if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    # g++ 12 warns of uninitialized members inside its own <regex> and Boost where it sanitizes.
    target_compile_options(nianbao_options INTERFACE -Wno-maybe-uninitialized)
  endif()
endif()

if(NIANBAO_FUZZ)
  add_compile_options(-fsanitize=fuzzer-no-link)
endif()

find_program(NIANBAO_CCACHE ccache)
if(NIANBAO_CCACHE AND (NIANBAO_DEVELOPER_MODE OR NIANBAO_FUZZ))
  set(CMAKE_CXX_COMPILER_LAUNCHER ${NIANBAO_CCACHE})
endif()
