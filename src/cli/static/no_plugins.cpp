// no_plugins: what SQLite would load extensions with, in a program that is one file and loads nothing.
// Promises: to fail. It takes the place of the C library's own (the linker's --wrap), which would need its shared parts at
//   run time. Leaves out: every program with shared libraries, which is built without this file.

extern "C" void* __wrap_dlopen(const char* file, int mode);
extern "C" void* __wrap_dlopen(const char*, int) { return nullptr; }
