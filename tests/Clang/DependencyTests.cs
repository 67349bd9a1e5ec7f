using Porting.Clang.Parse;
using Xunit;

namespace Porting.Clang.Tests;

/// <summary>What the meaning of <c>f</c> depends on: each row changes one thing, and names the parts that have to show
/// it, all of them.</summary>
public sealed class DependencyTests
{
    private const string Header = """
        #define LIMIT 40
        #define SPARE 1
        #define TWICE(x) ((x) + (x))
        #define GROWN(x) TWICE(x)
        #define FLAG 1
        #define FIRST { 1
        typedef unsigned int size;
        typedef size offset;
        typedef struct { int lock; } guard;
        enum color { RED, GREEN, BLUE };
        enum { LOOSE = 3 };
        struct inner { int a; int b; };
        struct outer { struct inner in; int used; int spare; unsigned narrow : 3; union { int left; char right; }; guard g; };
        struct far { int x; };
        struct copied { int one; int two; };
        struct sized { int s; };
        struct stepped { int t; };
        struct other { int z; };
        extern int called(offset n);
        extern int never(int n);
        extern int shared;
        extern const int elsewhere[2];
        static inline int small(struct outer *o) { return o->spare + LIMIT; }
        static int helper(int n) { return n + 1; }
        """;

    private const string Main = """
        #include "h.h"
        static const int table[] = FIRST, SPARE + 1, GREEN };
        static int names = 5;
        int shared = 1;
        static int other(int n) { return n * 2; }
        /* The one. */
        int f(struct outer *o, struct far *p, struct copied *c, struct stepped *s)
        {
            struct copied copy = *c;
            enum color color = BLUE;
            offset n = GROWN(o->used) + o->in.a + o->narrow + o->left;
        #if FLAG > 0
            n += LIMIT;
        #else
            n -= never(1);
        #endif
        #ifdef ASKED
            n = 0;
        #endif
            return called(n) + small(o) + other(1) + helper(2) + table[0] + names + shared + elsewhere[1]
                + sizeof(struct sized) + copy.one + LOOSE + color + (s + 1 != 0) + (p != 0) + __LINE__;
        }
        int g(struct other *z) { return z->z; }
        """;

    [Theory]
    // Its own text.
    [InlineData("n += LIMIT;", "n += LIMIT + 1;", "Text f")]
    [InlineData("GROWN(o->used)", "TWICE(o->used)", "Text f, Macro GROWN")]
    // Macros, and what they use.
    [InlineData("#define LIMIT 40", "#define LIMIT 41", "Macro LIMIT")]
    [InlineData("#define TWICE(x) ((x) + (x))", "#define TWICE(x) (2 * (x))", "Macro TWICE")]
    [InlineData("#define TWICE(x) ((x) + (x))", "#define TWICE(y) ((y) + (y))", "Macro TWICE")]
    [InlineData("#define FIRST { 1", "#define FIRST { 2", "Macro FIRST")]
    [InlineData("#define FLAG 1", "#define FLAG 2", "Macro FLAG")]
    [InlineData("#define FLAG 1", "#define FLAG 1\n#define ASKED", "Text f, Macro ASKED")]
    [InlineData("#define FLAG 1", "#define FLAG 0", "Text f, Macro FLAG, Prototype never")]
    [InlineData("#define FLAG 1", "", "Text f, Macro FLAG, Prototype never")]
    [InlineData("int shared = 1;", "int shared = 1;\n#define called(x) (x)", "Macro called, Prototype called")]
    // Types.
    [InlineData(
        "typedef unsigned int size;",
        "typedef unsigned long size;",
        "Typedef offset, Typedef size, Prototype called"
    )]
    [InlineData("int used; int spare;", "int spare; int used;", "Layout struct outer")]
    [InlineData("int used;", "short used;", "Layout struct outer")]
    [InlineData("int used; int spare;", "int used; unsigned spare;", "Layout struct outer")] // small names it
    [InlineData("unsigned narrow : 3;", "unsigned narrow : 4;", "Layout struct outer")]
    [InlineData("guard g; };", "guard g; int last; };", "Layout struct outer")]
    [InlineData("guard g; };", "guard g; } __attribute__((aligned(64)));", "Layout struct outer")]
    [InlineData(
        "union { int left; char right; };",
        "union { unsigned left; char right; };",
        "Layout union 1 in struct outer"
    )]
    [InlineData("struct inner { int a; int b; };", "struct inner { unsigned a; int b; };", "Layout struct inner")]
    [InlineData(
        "struct copied { int one; int two; };",
        "struct copied { int one; unsigned two; };",
        "Layout struct copied"
    )]
    [InlineData("struct sized { int s; };", "struct sized { int s, t; };", "Layout struct sized")]
    [InlineData("struct stepped { int t; };", "struct stepped { int t, u; };", "Layout struct stepped")]
    [InlineData("RED, GREEN, BLUE", "RED, PINK, GREEN, BLUE", "Enumerator BLUE, Enumerator GREEN")]
    [InlineData("RED, GREEN, BLUE", "RED, GREEN, BLUE, NONE = -1", "Enumeration color")]
    [InlineData("LOOSE = 3", "LOOSE = 4", "Enumerator LOOSE")]
    // What it calls, and what it reads.
    [InlineData("return o->spare + LIMIT;", "return o->spare - LIMIT;", "Inline small")]
    [InlineData("return n + 1;", "return n + 2;", "Inline helper")]
    [InlineData("extern int called(offset n);", "extern long called(offset n);", "Prototype called")]
    [InlineData(
        "extern int called(offset n);",
        "extern int called(offset n) __attribute__((regparm(1)));",
        "Prototype called"
    )]
    [InlineData("static int other(int n) { return", "static int other(long n) { return", "Prototype other")]
    [InlineData(
        "extern int shared;",
        "extern volatile int shared;\n#define int_shared",
        "Object shared",
        "int shared = 1",
        "volatile int shared = 1"
    )]
    [InlineData("extern const int elsewhere[2];", "extern const int elsewhere[3];", "Object elsewhere")]
    [InlineData("SPARE + 1, GREEN }", "SPARE + 2, GREEN }", "Initializer table")]
    [InlineData("#define SPARE 1", "#define SPARE 3", "Macro SPARE")]
    [InlineData("static int names = 5;", "static int names = 6;", "Initializer names")]
    // What is said of it elsewhere.
    [InlineData(
        "extern int shared;",
        "extern int shared;\nstruct copied;\nint f(struct outer *, struct far *, struct copied *, struct stepped *) __attribute__((cold));",
        "Declaration f"
    )]
    // What it does not depend on.
    [InlineData("return n * 2;", "return n * 3;", "")]
    [InlineData("n -= never(1);", "n -= never(2);", "")]
    [InlineData("extern int never(int n);", "extern int never(long n);", "")]
    [InlineData("struct far { int x; };", "struct far { int x, y; };", "")]
    [InlineData("struct other { int z; };", "struct other { long long z; };", "")]
    [InlineData("struct inner { int a; int b; };", "struct inner { int a; int c; };", "")]
    [InlineData("typedef size offset;", "typedef unsigned int offset;", "Typedef size")] // gone, which means nothing
    [InlineData("int shared = 1;", "int shared = 2;", "")]
    [InlineData("int shared = 1;", "#define UNUSED LIMIT\n\n\nint shared = 1;", "")]
    [InlineData("#define LIMIT 40", "#define LIMIT /* much */  40 // more", "")]
    [InlineData("/* The one. */", "", "")]
    [InlineData("n += LIMIT;", "n  +=\n\tLIMIT /* more */;", "")]
    [InlineData("int f(struct outer *o, ", "int f(struct outer *o, /* out */\n ", "")]
    [InlineData("RED, GREEN, BLUE", "RED, GREEN, BLUE, PINK", "")]
    [InlineData("return o->spare + LIMIT;", "return o->spare\n\t+ LIMIT; /* both */", "")]
    [InlineData("static const int table[] = FIRST,", "static const int table[] = FIRST /* one */,", "")]
    public void Each_change_is_seen_in_its_parts(
        string from,
        string to,
        string parts,
        string alsoFrom = "",
        string alsoTo = ""
    )
    {
        Assert.True(Header.Contains(from, StringComparison.Ordinal) || Main.Contains(from, StringComparison.Ordinal));
        string Changed(string text)
        {
            string changed = text.Replace(from, to, StringComparison.Ordinal);
            return alsoFrom.Length == 0 ? changed : changed.Replace(alsoFrom, alsoTo, StringComparison.Ordinal);
        }

        Dictionary<string, string> before = PartsOf(Header, Main);
        Dictionary<string, string> after = PartsOf(Changed(Header), Changed(Main));
        Assert.Equal(
            parts.Split(", ", StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal),
            before
                .Keys.Union(after.Keys)
                .Where(k => before.GetValueOrDefault(k) != after.GetValueOrDefault(k))
                .Order(StringComparer.Ordinal)
        );
    }

    /// <summary>The hash of each part by its kind and name.</summary>
    private static Dictionary<string, string> PartsOf(string header, string main)
    {
        string folder = Directory.CreateTempSubdirectory("clang").FullName;
        try
        {
            File.WriteAllText(Path.Combine(folder, "h.h"), header);
            File.WriteAllText(Path.Combine(folder, "t.c"), main);
            PartsAnswer? answer = null;
            new ClangParser(new ClangParserOptions(folder)).ParseDependencies(
                [
                    new DependenciesRequest(
                        new CompileCommand(folder, "t.c", ["-m32", "-ffreestanding", "-c", "t.c"]),
                        ["f"]
                    ),
                ],
                1,
                (_, a) => answer = a
            );
            Assert.Empty(answer!.Diagnostics);
            return Dependencies.Read(answer.Message!, 1)[0]!.ToDictionary(p => $"{p.Kind} {p.Name}", p => p.Hash);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
