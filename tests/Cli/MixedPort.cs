namespace Porting.Cli.Tests;

/// <summary>A port of several units that have much to do with each other: shared headers whose parts differ by unit,
/// inline functions with static locals, variadic calls, addresses of each other's functions, constants by macros,
/// records inside functions.</summary>
internal static class MixedPort
{
    public static readonly string[] Units = ["alpha.c", "beta.c", "gamma.c", "sub/alpha.c"];

    public static SmallPort Create()
    {
        SmallPort port = new();
        port.Write(
            "c/types.h",
            "#ifndef TYPES_H\n#define TYPES_H\n#define LIMIT 0x20\n#define SCALE(x) ((x) * 3)\ntypedef unsigned int word;\nenum mode { QUIET, LOUD = 7 };\nstruct pair { int a; union { int b; char c[4]; }; };\nstruct opaque;\n#endif\n"
        );
        port.Write(
            "c/shared.h",
            """
            #include "types.h"
            #ifdef WITH_EXTRA
            struct extra { struct pair p; int more; };
            extern int extra_of(struct extra *e);
            #endif
            /* Counts its calls. */
            static inline int ticket(void) { static int next; return next++ + LIMIT; }
            extern int say(const char *format, ...);
            extern int twice(int x);
            extern int (*hook)(int);
            extern int counters[LIMIT];
            int missing(struct opaque *o);

            """
        );
        port.Write(
            "c/alpha.c",
            "#include \"shared.h\"\n#define TRACE 1\nint (*hook)(int) = twice;\nint counters[LIMIT];\nstatic int hidden(int x) { return x + LIMIT; }\nint alpha(int x) { struct local { int v; } l = { x }; say(\"%d\\n\", l.v); return hidden(l.v) + ticket() + TRACE; }\n"
        );
        port.Write(
            "c/beta.c",
            "#define WITH_EXTRA\n#include \"shared.h\"\nint twice(int x) { return 2 * x; }\nint extra_of(struct extra *e) { return e->p.b + e->more; }\nstatic int hidden(int x) { return SCALE(x); }\nint beta(int x) { hook = hidden; return hook(x) + say(\"%d %s\\n\", x, \"beta\"); }\n"
        );
        port.Write(
            "c/gamma.c",
            "#include <stdarg.h>\n#include \"shared.h\"\nint say(const char *format, ...) { va_list ap; va_start(ap, format); int n = va_arg(ap, int); va_end(ap); return n; }\nstatic const struct pair pairs[] = { { 1, { 2 } }, { LOUD, { .b = QUIET } } };\nint gamma(struct opaque *o) { static int calls; return pairs[calls++ & 1].a + missing(o) + ticket(); }\n"
        );
        port.Write(
            "c/sub/alpha.c",
            "#define WITH_EXTRA\n#include \"shared.h\"\nint sub_alpha(word w) { struct extra e = { { (int)w, { 1 } }, 2 }; return extra_of(&e) + counters[w % LIMIT]; }\n"
        );
        port.Write(
            "hand/Replaced.cs",
            "namespace Small;\n\ninternal static unsafe partial class beta_c\n{\n    [Replaces(\"beta.c\", \"twice\", \"\")]\n    internal static int twice(int x) => x + x;\n}\n"
        );
        WriteCommands(port, Units);
        return port;
    }

    public static void WriteCommands(SmallPort port, params string[] files)
    {
        string directory = Path.Combine(port.Root, "c");
        port.Write(
            "compile_commands.json",
            "["
                + string.Join(
                    ",",
                    files.Select(f =>
                        $$"""{"directory":"{{directory}}","file":"{{f}}","arguments":["clang-19","-m32","-ffreestanding","-Ifirst","-I.","-c","{{f}}"]}"""
                    )
                )
                + "]"
        );
    }
}
