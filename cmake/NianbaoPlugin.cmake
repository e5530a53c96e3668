# Functions for folders of plugins, formats and rule packs; also for projects of others, through
# find_package(Nianbao).
#
# A bundle has the folders plugins/, formats/ and rules/. It is built in NIANBAO_BUNDLE_DIR, ready for
# `nianbao --bundle`, and installed in NIANBAO_BUNDLE_INSTALL_DIR (empty: not at all).
if(NOT DEFINED NIANBAO_BUNDLE_DIR)
  set(NIANBAO_BUNDLE_DIR ${CMAKE_CURRENT_BINARY_DIR}/bundle)
endif()
if(NOT DEFINED NIANBAO_BUNDLE_INSTALL_DIR)
  set(NIANBAO_BUNDLE_INSTALL_DIR .)
endif()

# Where the folder this is called from lies in a bundle: plugins/<folder> or formats/<folder>.
function(nianbao_folder_in_bundle result)
  cmake_path(GET CMAKE_CURRENT_SOURCE_DIR FILENAME folder)
  cmake_path(GET CMAKE_CURRENT_SOURCE_DIR PARENT_PATH parent)
  cmake_path(GET parent FILENAME kind)
  set(${result} ${kind}/${folder} PARENT_SCOPE)
endfunction()

# nianbao_add_plugin(<id> SOURCES <file>... [LIBRARIES <target>...])
#
# Builds the library of the plugin or format folder this is called from, beside its plugin.yaml in
# the bundle, and installs it there.
function(nianbao_add_plugin id)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "SOURCES;LIBRARIES")
  nianbao_folder_in_bundle(place)
  set(target nianbao_${id})
  add_library(${target} MODULE ${arg_SOURCES})
  set_property(GLOBAL APPEND PROPERTY NIANBAO_PLUGIN_TARGETS ${target})
  target_link_libraries(${target} PRIVATE nianbao::nianbao ${arg_LIBRARIES})
  if(TARGET nianbao_options)
    target_link_libraries(${target} PRIVATE nianbao_options)
  endif()
  # Only the entry points leave the library: without the script, instances of std templates would too.
  set(script ${CMAKE_CURRENT_FUNCTION_LIST_DIR}/NianbaoPlugin.map)
  target_link_options(${target} PRIVATE -Wl,--version-script=${script})
  set_target_properties(${target} PROPERTIES LINK_DEPENDS ${script})
  # A missing symbol is the author's link error, not the user's load error. Sanitized objects
  # resolve their run-time symbols in the host.
  if(NOT NIANBAO_SANITIZE)
    target_link_options(${target} PRIVATE -Wl,--no-undefined)
  endif()
  set_target_properties(${target} PROPERTIES
    PREFIX "" OUTPUT_NAME ${id}
    CXX_VISIBILITY_PRESET hidden VISIBILITY_INLINES_HIDDEN ON
    LIBRARY_OUTPUT_DIRECTORY ${NIANBAO_BUNDLE_DIR}/${place}
    INSTALL_RPATH "$ORIGIN/../../../")
  if(NIANBAO_BUNDLE_INSTALL_DIR)
    install(TARGETS ${target} LIBRARY DESTINATION ${NIANBAO_BUNDLE_INSTALL_DIR}/${place})
  endif()
endfunction()

# nianbao_add_program_plugin(<id> SOURCES <file>... [LIBRARIES <target>...])
#
# The same for a plugin that is a program: nianbao-<id>, beside its plugin.yaml (docs/process-plugins.md).
function(nianbao_add_program_plugin id)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "SOURCES;LIBRARIES")
  nianbao_folder_in_bundle(place)
  set(target nianbao_${id})
  add_executable(${target} ${arg_SOURCES})
  set_property(GLOBAL APPEND PROPERTY NIANBAO_PLUGIN_TARGETS ${target})
  target_link_libraries(${target} PRIVATE nianbao::nianbao ${arg_LIBRARIES})
  if(TARGET nianbao_options)
    target_link_libraries(${target} PRIVATE nianbao_options)
  endif()
  set_target_properties(${target} PROPERTIES
    OUTPUT_NAME nianbao-${id}
    RUNTIME_OUTPUT_DIRECTORY ${NIANBAO_BUNDLE_DIR}/${place}
    INSTALL_RPATH "$ORIGIN/../../../")
  if(NIANBAO_BUNDLE_INSTALL_DIR)
    install(TARGETS ${target} RUNTIME DESTINATION ${NIANBAO_BUNDLE_INSTALL_DIR}/${place})
  endif()
endfunction()

# One file of the bundle: a link in it, and installed. PROGRAM: it is run.
function(nianbao_bundle_file source destination)
  get_filename_component(directory ${destination} DIRECTORY)
  file(MAKE_DIRECTORY ${NIANBAO_BUNDLE_DIR}/${directory})
  file(CREATE_LINK ${source} ${NIANBAO_BUNDLE_DIR}/${destination} SYMBOLIC)
  if(NIANBAO_BUNDLE_INSTALL_DIR)
    set(type FILES)
    if("PROGRAM" IN_LIST ARGN)
      set(type PROGRAMS)
    endif()
    install(${type} ${source} DESTINATION ${NIANBAO_BUNDLE_INSTALL_DIR}/${directory})
  endif()
endfunction()

# Every file of a folder but what is compiled: data and programs, in whatever language.
function(nianbao_bundle_files source destination)
  file(GLOB_RECURSE files CONFIGURE_DEPENDS RELATIVE ${source} ${source}/*)
  list(FILTER files EXCLUDE REGEX "[.](c|cc|cpp|cxx|h|hpp|hxx|cmake|in|pyc)$|(^|/)(CMakeLists[.]txt$|[.]|__pycache__/)")
  foreach(file IN LISTS files)
    set(program "")
    file(READ ${source}/${file} head LIMIT 2 HEX)
    if(head STREQUAL "2321")  # #!
      set(program PROGRAM)
    endif()
    nianbao_bundle_file(${source}/${file} ${destination}/${file} ${program})
  endforeach()
endfunction()

# nianbao_add_bundle_folders(<kind>...)
#
# Every folder below the project's plugins/ or formats/ that has a plugin.yaml is part of the bundle;
# where it has a CMakeLists.txt, it is built.
function(nianbao_add_bundle_folders)
  foreach(kind IN LISTS ARGN)
    file(GLOB manifests CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/${kind}/*/plugin.yaml)
    foreach(manifest IN LISTS manifests)
      get_filename_component(folder ${manifest} DIRECTORY)
      get_filename_component(name ${folder} NAME)
      nianbao_bundle_files(${folder} ${kind}/${name})
      if(EXISTS ${folder}/CMakeLists.txt)
        add_subdirectory(${folder})
      endif()
    endforeach()
  endforeach()
endfunction()

# nianbao_add_bundle_rules()
#
# Every file of the project's rule packs, rules/<pack>/, is part of the bundle.
function(nianbao_add_bundle_rules)
  nianbao_bundle_files(${PROJECT_SOURCE_DIR}/rules rules)
endfunction()

# nianbao_add_bundle()
#
# A project that is one bundle: plugins and formats, rule packs, bundle.yaml and samples. With testing
# enabled, the test `bundle_check` checks the bundle as a whole.
function(nianbao_add_bundle)
  nianbao_add_bundle_folders(plugins formats)
  nianbao_add_bundle_rules()
  file(GLOB_RECURSE files CONFIGURE_DEPENDS RELATIVE ${PROJECT_SOURCE_DIR} samples/*)
  foreach(file IN ITEMS bundle.yaml LISTS files)
    nianbao_bundle_file(${PROJECT_SOURCE_DIR}/${file} ${file})
  endforeach()
  find_program(NIANBAO_COMMAND nianbao HINTS ${NIANBAO_BINARY_FOLDER})
  if(NIANBAO_COMMAND)
    add_test(NAME bundle_check COMMAND ${NIANBAO_COMMAND} bundle check ${NIANBAO_BUNDLE_DIR})
  endif()
endfunction()
