# How rooms, tests and benchmarks are declared.
#
#   biomedica_room(archive SOURCES a.cpp b.cpp ROOMS base)       -> static library core_archive
#   biomedica_ui_room(gallery SOURCES … ROOMS common CORE workspace) -> static library ui_gallery
#   biomedica_test(tst_archive ROOMS archive)                    -> one program, one ctest entry
#
# ROOMS names the rooms whose headers the sources include; tests/lint checks includes against the
# arrow table. LIBRARIES are private: a third-party library is known to one room.

add_library(biomedica_options INTERFACE)
target_include_directories(biomedica_options INTERFACE "${CMAKE_SOURCE_DIR}")
target_compile_options(biomedica_options INTERFACE
    -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual -Wextra-semi
    $<$<BOOL:${BIOMEDICA_WARNINGS_AS_ERRORS}>:-Werror>
    # GCC 12 at -O3 sees an overlap in string + string that is not there (GCC bug 105651).
    $<$<AND:$<CONFIG:Release>,$<CXX_COMPILER_ID:GNU>>:-Wno-restrict>)
target_compile_definitions(biomedica_options INTERFACE
    BIOMEDICA_VERSION="${PROJECT_VERSION}" $<$<CONFIG:Debug>:_GLIBCXX_ASSERTIONS>)
target_link_libraries(biomedica_options INTERFACE Threads::Threads)
if(BIOMEDICA_SANITIZERS)
    target_compile_options(biomedica_options INTERFACE
        -fsanitize=${BIOMEDICA_SANITIZERS} -fno-sanitize-recover=undefined -fno-omit-frame-pointer)
    target_link_options(biomedica_options INTERFACE -fsanitize=${BIOMEDICA_SANITIZERS})
endif()

function(biomedica_room name)
    cmake_parse_arguments(ROOM "" "" "SOURCES;ROOMS;LIBRARIES;PUBLIC_LIBRARIES" ${ARGN})
    set(target core_${name})
    add_library(${target} STATIC ${ROOM_SOURCES})
    list(TRANSFORM ROOM_ROOMS PREPEND core_)
    target_link_libraries(${target}
        PUBLIC biomedica_options ${ROOM_ROOMS} ${ROOM_PUBLIC_LIBRARIES}
        PRIVATE ${ROOM_LIBRARIES})
endfunction()

function(biomedica_ui_room name)
    cmake_parse_arguments(ROOM "" "" "SOURCES;ROOMS;CORE;LIBRARIES" ${ARGN})
    set(target ui_${name})
    add_library(${target} STATIC ${ROOM_SOURCES})
    set_target_properties(${target} PROPERTIES AUTOMOC ON)
    list(TRANSFORM ROOM_ROOMS PREPEND ui_)
    list(TRANSFORM ROOM_CORE PREPEND core_)
    target_compile_definitions(${target} PRIVATE QT_NO_CAST_FROM_ASCII QT_NO_KEYWORDS)
    target_link_libraries(${target}
        PUBLIC biomedica_options ${ROOM_ROOMS} ${ROOM_CORE} Qt6::Widgets
        PRIVATE ${ROOM_LIBRARIES})
endfunction()

# Turns a text file into a C++ string constant, so that the program finds it wherever it is started.
function(biomedica_embed target variable file)
    set(output "${CMAKE_CURRENT_BINARY_DIR}/${variable}.cpp")
    file(READ "${file}" content)
    # A string literal may hold 65,536 characters; pieces of it join.
    string(LENGTH "${content}" length)
    set(pieces "")
    set(begin 0)
    while(begin LESS length)
        string(SUBSTRING "${content}" ${begin} 8000 piece)
        string(APPEND pieces "R\"~~~(${piece})~~~\"\n")
        math(EXPR begin "${begin} + 8000")
    endwhile()
    file(CONFIGURE OUTPUT "${output}" @ONLY CONTENT
        "// Made from ${file} by the build.\nextern const char ${variable}[];\nconst char ${variable}[] =\n${pieces};\n")
    set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${file}")
    target_sources(${target} PRIVATE "${output}")
endfunction()

# Turns any file into an array of bytes, `variable`, and its size, `variable`Size.
function(biomedica_embed_bytes target variable file)
    set(output "${CMAKE_CURRENT_BINARY_DIR}/${variable}.cpp")
    file(READ "${file}" content HEX)
    string(REGEX REPLACE "([0-9a-f][0-9a-f])" "0x\\1," content "${content}")
    file(CONFIGURE OUTPUT "${output}" @ONLY CONTENT
        "// Made from ${file} by the build.\nextern const unsigned char ${variable}[];\nextern const unsigned long ${variable}Size;\nconst unsigned char ${variable}[] = {\n${content}};\nconst unsigned long ${variable}Size = sizeof ${variable};\n")
    set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${file}")
    target_sources(${target} PRIVATE "${output}")
endfunction()

function(biomedica_test name)
    cmake_parse_arguments(TEST "" "TIMEOUT" "SOURCES;ROOMS;UI;LIBRARIES;LABELS" ${ARGN})
    if(NOT TEST_TIMEOUT)
        set(TEST_TIMEOUT 120)
    endif()
    add_executable(${name} ${name}.cpp ${TEST_SOURCES})
    set_target_properties(${name} PROPERTIES AUTOMOC ON)
    list(TRANSFORM TEST_ROOMS PREPEND core_)
    list(TRANSFORM TEST_UI PREPEND ui_)
    target_link_libraries(${name} PRIVATE test_support ${TEST_ROOMS} ${TEST_UI} ${TEST_LIBRARIES} Qt6::Test)
    add_test(NAME ${name} COMMAND ${name})
    # Qt ends a test function after five minutes, which a loaded machine takes for the large ones. A sanitizer's own
    # handler of SIGBUS would stand before those that tests look at (core/base/mapping_watch.h).
    set_tests_properties(${name} PROPERTIES
        TIMEOUT ${TEST_TIMEOUT} LABELS "${TEST_LABELS}" SKIP_REGULAR_EXPRESSION "SKIP_ALL"
        ENVIRONMENT "QT_QPA_PLATFORM=offscreen;QTEST_FUNCTION_TIMEOUT=${TEST_TIMEOUT}000;LSAN_OPTIONS=suppressions=${CMAKE_SOURCE_DIR}/tests/support/lsan.supp:print_suppressions=0;ASAN_OPTIONS=handle_sigbus=0;BIOMEDICA_CLI=$<TARGET_FILE:biomedica>")
endfunction()
