# Installs the build into a scratch prefix, builds the minimal bundle and a consumer against it as
# projects of their own, and uses the one through the other.
#   cmake -DBUILD=<build> -DSOURCE=<this folder> -DSCRATCH=<folder> -DFLAGS=<flags> -DCOMPILER=<c++> -P …
function(run)
  execute_process(COMMAND ${ARGN} RESULT_VARIABLE result OUTPUT_VARIABLE output ERROR_VARIABLE output)
  if(NOT result EQUAL 0)
    message(FATAL_ERROR "${ARGN} gave ${result}:\n${output}")
  endif()
  set(output "${output}" PARENT_SCOPE)
endfunction()

file(REMOVE_RECURSE ${SCRATCH})
run(${CMAKE_COMMAND} --install ${BUILD} --prefix ${SCRATCH}/prefix)

foreach(project minimal consumer)
  file(COPY ${SOURCE}/${project} DESTINATION ${SCRATCH}/source)
  run(${CMAKE_COMMAND} -G Ninja -S ${SCRATCH}/source/${project} -B ${SCRATCH}/${project}
    -DCMAKE_PREFIX_PATH=${SCRATCH}/prefix -DCMAKE_CXX_COMPILER=${COMPILER} -DCMAKE_CXX_FLAGS=${FLAGS})
  run(${CMAKE_COMMAND} --build ${SCRATCH}/${project})
endforeach()

# An installed bundle is used as it is, from wherever it lies.
run(${CMAKE_COMMAND} --install ${SCRATCH}/minimal --prefix ${SCRATCH}/bundle)
file(WRITE ${SCRATCH}/a.minimal "minimal 1\n清河市\n")
run(${SCRATCH}/consumer/consumer ${SCRATCH}/bundle ${SCRATCH}/a.minimal)
foreach(expected
    "minimal-text +container +1.0.0 +bundle +ready" "minimal-list +family +1.0.0 +bundle +ready"
    "installed +ready" "minimal 1\n清河市\n$")
  if(NOT output MATCHES "${expected}")
    message(FATAL_ERROR "No `${expected}` in:\n${output}")
  endif()
endforeach()
if(output MATCHES "installed +[^r ]")
  message(FATAL_ERROR "An installed plugin is not ready:\n${output}")
endif()
