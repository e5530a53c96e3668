# What the guide promises, from an installed nianbao alone: everything `nianbao new` writes passes `bundle check` as
# written, built where it is C++, and so do the examples; the examples are converted both ways.
# The guide's commands are typed as they stand.
#   cmake -DBUILD=<build> -DSCRATCH=<folder> -DFLAGS=<flags> -DCOMPILER=<c++> -DPYTHON=<python> -DSOURCE=<repository> -P …
function(run)
  execute_process(COMMAND ${ARGN} WORKING_DIRECTORY ${SCRATCH} RESULT_VARIABLE result
    OUTPUT_VARIABLE output ERROR_VARIABLE messages)
  if(NOT result EQUAL 0)
    message(FATAL_ERROR "${ARGN} gave ${result}:\n${output}${messages}")
  endif()
  set(output "${output}" PARENT_SCOPE)
endfunction()

function(build source)
  run(${CMAKE_COMMAND} -G Ninja -S ${source} -B ${SCRATCH}/${ARGV1}
    -DCMAKE_PREFIX_PATH=${SCRATCH}/prefix -DCMAKE_CXX_COMPILER=${COMPILER} -DCMAKE_CXX_FLAGS=${FLAGS})
  run(${CMAKE_COMMAND} --build ${SCRATCH}/${ARGV1})
  run(${CMAKE_CTEST_COMMAND} --test-dir ${SCRATCH}/${ARGV1} --no-tests=error)
endfunction()

# is_read_as(<bundle> <file> <format>)
function(is_read_as bundle file format)
  run(${nianbao} inspect ${file} --bundle ${bundle} --as json)
  string(JSON found GET "${output}" format id)
  if(NOT found STREQUAL ${format})
    message(FATAL_ERROR "${file} is read as ${found}, not as ${format}")
  endif()
endfunction()

# convert_both_ways(<bundle> <file> <format> <container>): to the form in force and from it, and to its own.
function(convert_both_ways bundle file format container)
  is_read_as(${bundle} ${file} ${format})
  run(${nianbao} convert ${file} --bundle ${bundle} --to standard-2021 -o new.html)
  is_read_as(${bundle} new.html standard-2021)
  run(${nianbao} convert new.html --bundle ${bundle} --to ${format} -o back.html)
  is_read_as(${bundle} back.html ${format})
  run(${nianbao} convert ${file} --bundle ${bundle} --to ${format} -o same.${container})
  is_read_as(${bundle} same.${container} ${format})
  file(GLOB written ${SCRATCH}/new.* ${SCRATCH}/back.* ${SCRATCH}/same.*)
  file(REMOVE ${written})
endfunction()

set(EXAMPLES ${SOURCE}/examples)
file(REMOVE_RECURSE ${SCRATCH})
file(MAKE_DIRECTORY ${SCRATCH})
run(${CMAKE_COMMAND} --install ${BUILD} --prefix ${SCRATCH}/prefix)
set(nianbao ${SCRATCH}/prefix/bin/nianbao)

run(${nianbao} new bundle start)
run(${nianbao} new pack start-rules -o start)
run(${nianbao} new container start-sheet --process python -o start)
# Of short names: their labels differ by a letter, and each reads its own.
run(${nianbao} new format a1 -o start)
run(${nianbao} new format a2 -o start)
run(${nianbao} new format b1 --process python -o start)
run(${nianbao} new format b2 --process python -o start)
run(${nianbao} bundle check start)
run(${nianbao} new container card-box --cpp -o code)
run(${nianbao} new format card-list --cpp -o code)
run(${nianbao} new format card-table --cpp -o code)
build(${SCRATCH}/code code/build)
run(${CMAKE_COMMAND} --install code/build --prefix ${SCRATCH}/given)
file(REMOVE_RECURSE ${SCRATCH}/code)
run(${nianbao} bundle check given)

run(${nianbao} bundle check ${EXAMPLES}/yaml-format)
run(${nianbao} bundle check ${EXAMPLES}/python-format)
run(${nianbao} bundle check ${EXAMPLES}/department-quarters)
run(${nianbao} bundle check ${EXAMPLES}/shell-container)
build(${EXAMPLES}/cpp-format coded)

set(samples ${EXAMPLES}/yaml-format/samples)
convert_both_ways(${EXAMPLES}/yaml-format ${samples}/qinglin-2009/yunxi-2010.txt qinglin-2009 docx)
set(samples ${EXAMPLES}/python-format/samples)
convert_both_ways(${EXAMPLES}/python-format ${samples}/bureau-list/water-2016.xml bureau-list xml)
set(samples ${EXAMPLES}/cpp-format/samples)
convert_both_ways(coded/bundle ${samples}/qinglin-2008/linjiang-2008.txt qinglin-2008 html)

# The province's form that comes with the program is nothing but YAML: a bundle of its own does the same.
set(installed ${SCRATCH}/prefix/lib/nianbao)
set(samples ${SCRATCH}/fujian/samples)
file(COPY ${installed}/formats/fujian-legacy DESTINATION ${SCRATCH}/fujian/formats)
file(COPY ${installed}/rules/fujian DESTINATION ${SCRATCH}/fujian/rules)
file(COPY ${SOURCE}/tests/golden/fujian-legacy/year-and-cumulative.txt DESTINATION ${samples}/fujian-legacy)
file(WRITE ${SCRATCH}/fujian/bundle.yaml "id: fujian\nversion: '1.0'\ntitle: {zh: 福建省, en: Fujian}\n")
run(${nianbao} bundle check ${SCRATCH}/fujian)
convert_both_ways(${SCRATCH}/fujian ${samples}/fujian-legacy/year-and-cumulative.txt fujian-legacy xlsx)

# A bundle at hand does not change the form in force of reports that are none of its own.
foreach(bundle yaml-format python-format department-quarters)
  run(${nianbao} convert ${EXAMPLES}/qinghe-2018.txt --bundle ${EXAMPLES}/${bundle} -o current.html)
  is_read_as(${EXAMPLES}/${bundle} current.html standard-2021)
endforeach()

set(guide ${CMAKE_CURRENT_LIST_DIR}/guide.py)
foreach(page plugin-guide rule-packs)
  run(${CMAKE_COMMAND} -E env CXX=${COMPILER} CXXFLAGS=${FLAGS} ${PYTHON} ${guide} ${SCRATCH}/prefix
    ${SOURCE}/docs/${page}.md ${SOURCE}/docs/${page}.zh-CN.md)
endforeach()
