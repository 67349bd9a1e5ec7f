using System.Runtime.CompilerServices;

// Calls to foreign functions pass their arguments as they are. Without this the compiler would generate marshalling
// stubs, which need a library we do not have.
[assembly: DisableRuntimeMarshalling]

// Locals are not zeroed on entry. C does not do it either, and the zeroing of larger frames would use SSE registers,
// which the kernel never saves.
[module: SkipLocalsInit]
