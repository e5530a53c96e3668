// A library that has never heard of nianbao.
extern "C" int no_marker_answer() { return 42; }
