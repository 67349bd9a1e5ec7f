using Porting.Build;
using Porting.Tests;

namespace Porting.Backend.Tests;

/// <summary>Static fields as linked data: C reads what the initialisers of C# leave.</summary>
public sealed class DataTests
{
    private static string Print(string members, string declarations, string statements) =>
        NativeProgram
            .Run(
                members,
                $"#include <stdio.h>\n#include <string.h>\n{declarations}\nint main(void) {{ {statements} return 0; }}\n"
            )
            .Output.TrimEnd('\n');

    [Fact]
    public void Numbers_of_each_type() =>
        Assert.Equal(
            "-5 200 -3 60000 7 4000000000 -9 18000000000000000000 1.5 -0.25 1 0",
            Print(
                """
                internal static sbyte a = -5; internal static byte b = 200; internal static short c = -3;
                internal static ushort d = 60000; internal static int e = 3 + 4; internal static uint f = 4000000000;
                internal static long g = -9; internal static ulong h = 18000000000000000000;
                internal static float i = 1.5f; internal static double j = -0.25; internal static bool k = true;
                internal static int l;
                """,
                """
                extern signed char a; extern unsigned char b; extern short c; extern unsigned short d; extern int e, l;
                extern unsigned f; extern long long g; extern unsigned long long h; extern float i; extern double j;
                extern _Bool k;
                """,
                """printf("%d %d %d %d %d %u %lld %llu %g %g %d %d", a, b, c, d, e, f, g, h, i, j, k, l);"""
            )
        );

    [Fact]
    public void Arrays_are_their_elements() =>
        Assert.Equal(
            "12 1 2 3; 40 7 0 0; 8 one two; 8 5 6; 6 hello; 8 hi 0; 3 abc",
            Print(
                """
                internal static readonly int* numbers = rt.array<int>([1, 2, 3]);
                internal static readonly int* filled = rt.array<int>([7], 10);
                internal static readonly sbyte** names = rt.pointers<sbyte>([StringLiterals.T("one"u8), StringLiterals.T("two"u8)]);
                internal static readonly delegate*<int>* calls = (delegate*<int>*)rt.table(new delegate*<int>[] { &five, &six });
                [Function("five", "_i")] static int five() => 5;
                static int six() => 6;
                internal static readonly sbyte* text = rt.text("hello"u8);
                internal static readonly sbyte* padded = rt.text("hi"u8, 8);
                internal static readonly sbyte* cut = rt.text("abcdef"u8, 3);
                internal static int size_numbers, unused;
                """,
                """
                extern int numbers[3], filled[10]; extern char *names[2], text[6], padded[8], cut[3];
                extern int (*calls[2])(void);
                """,
                """
                printf("%d %d %d %d; ", (int)sizeof numbers, numbers[0], numbers[1], numbers[2]);
                printf("%d %d %d %d; ", (int)sizeof filled, filled[0], filled[1], filled[9]);
                printf("%d %s %s; ", (int)sizeof names, names[0], names[1]);
                printf("%d %d %d; ", (int)sizeof calls, calls[0](), calls[1]());
                printf("%d %s; %d %s %d; %d %.3s", (int)sizeof text, text, (int)sizeof padded, padded, padded[7], (int)sizeof cut, cut);
                """
            )
        );

    private const string Record = """
        internal struct inner { public int x, y; }
        internal unsafe struct outer
        {
            public sbyte c; public inner i; public fixed short a[4]; private uint bits; public int* p;
            public uint low { readonly get => bits & 7; set => bits = bits & ~7u | value & 7; }
            public uint high { readonly get => bits >> 3 & 7; set => bits = bits & ~56u | (value & 7) << 3; }
        }
        """;

    [Fact]
    public void Structs_have_members_bits_and_arrays() =>
        Assert.Equal(
            "1 0 4 7 0 9 5 3 1 2 | 8 11",
            Print(
                $$"""
                {{Record}}
                internal static outer o = new() { c = 1, i = new() { y = 4 }, a_ = rt.array<short>([7, 0, 9]), low = 5, high = 3, p = (int*)table + 1 };
                internal static readonly inner* table = rt.array<inner>([new() { x = 1 }, new() { x = 8, y = 11 }], 3);
                extension(ref outer it) { private short* a_ { set { fixed (short* to = it.a) { rt.set(to, value, 8); } } } }
                """,
                """
                struct inner { int x, y; };
                struct outer { signed char c; struct inner i; short a[4]; unsigned low : 3, high : 3; int *p; };
                extern struct outer o; extern struct inner table[3];
                """,
                """
                printf("%d %d %d %d %d %d %d %d ", o.c, o.i.x, o.i.y, o.a[0], o.a[1], o.a[2], o.low, o.high);
                printf("%d %d | %d %d", o.p == &table[0].y, (int)(&table[1].y - &table[0].x) - 1, table[1].x, table[1].y);
                """
            )
        );

    [Fact]
    public void A_flexible_member_makes_its_object_longer() =>
        Assert.Equal(
            "2 7 8",
            Print(
                """
                internal struct list { public int count; internal int* items => (int*)System.Runtime.CompilerServices.Unsafe.AsPointer(ref this) + 1; }
                internal static list l = new() { count = 2, items_ = rt.array<int>([7, 8]) };
                internal static int behind = 99;
                extension(ref list it) { private int* items_ { set => rt.set(it.items, value, 0); } }
                """,
                "extern struct { int count; int items[]; } l;",
                """printf("%d %d %d", l.count, l.items[0], l.items[1]);"""
            )
        );

    [Fact]
    public void Addresses_go_both_ways_and_forward() =>
        Assert.Equal(
            "1 1 1 1 1",
            Print(
                """
                internal static int* first = addr_second;
                internal static uint number = (uint)addr_second + 8;
                internal static readonly int* late = rt.array<int>([1, 2, 3, 4]);
                internal static int** itself = addr_first;
                internal static int* middle = late + 2;
                internal static int second = 5;
                internal static int distance = (int)(&late[3] - &late[1]);
                static int* addr_second { get { fixed (int* p = &second) { return p; } } }
                static int** addr_first { get { fixed (int** p = &first) { return p; } } }
                """,
                "extern int *first, second, late[4], **itself, *middle, distance; extern unsigned number;",
                """
                printf("%d %d %d %d %d", first == &second, number == (unsigned)&second + 8, itself == &first, middle == &late[2], distance == 2);
                """
            )
        );

    [Fact]
    public void Code_that_has_a_value_is_run() =>
        Assert.Equal(
            "55 3 1065353216",
            Print(
                """
                internal static int sum = Sum(10);
                static int Sum(int n) { int s = 0; for (int i = 1; i <= n; i++) { s += i; } return s; }
                internal static int chosen = sum > 50 ? 3 : 4;
                internal static int bits = Bits(1.0f);
                static int Bits(float f) => *(int*)&f;
                """,
                "extern int sum, chosen, bits;",
                """printf("%d %d %d", sum, chosen, bits);"""
            )
        );

    [Fact]
    public void Facts_of_the_linker_are_those_of_the_attributes()
    {
        using ScratchFolder folder = new();
        NativeProgram.Compile(
            folder,
            """
            [Variable("c.name")] internal static int named = 1;
            [Variable(Section = ".special", Align = 64)] internal static int placed = 2;
            [Variable(IsWeak = true)] internal static int weak = 3;
            [Variable(IsCommon = true)] internal static int common;
            [Variable(IsUsed = true)] private static int kept = 4;
            [Variable(Visibility = "hidden")] internal static int hidden = 5;
            internal static readonly int constant = 6;
            [Variable(IsConst = true)] internal static readonly int* constants = rt.array<int>([1, 2]);
            [System.ThreadStatic] internal static int own = 7;
            [System.ThreadStatic] internal static int zero;
            [Variable(IsExtern = true)] internal static int elsewhere;
            [Variable(IsExtern = true, IsWeak = true)] internal static int missing;
            private static int dropped = 8;
            [Function("f", "_i")] static int F() => elsewhere + own++ + (Address() == null ? 1 : 0);
            static int* Address() { fixed (int* p = &missing) { return p; } }
            """,
            "-O0"
        );
        string symbols = ToolRunner.Run("readelf", ["-sW", folder.At("unit.o")]).Output;
        string sections = ToolRunner.Run("readelf", ["-SW", folder.At("unit.o")]).Output;
        Assert.Matches(@" 4 OBJECT  GLOBAL DEFAULT +\d+ c\.name\n", symbols);
        Assert.Matches(@" 4 OBJECT  GLOBAL DEFAULT +\d+ placed\n", symbols);
        Assert.Matches(@"\.special +PROGBITS .* WA +0 +0 64\n", sections);
        Assert.Matches(@" WEAK   DEFAULT +\d+ weak\n", symbols);
        Assert.Matches(@" GLOBAL DEFAULT  COM common\n", symbols);
        Assert.Matches(@" LOCAL  DEFAULT +\d+ kept\n", symbols);
        Assert.Matches(@" GLOBAL HIDDEN +\d+ hidden\n", symbols);
        Assert.Matches(@" 8 OBJECT  GLOBAL DEFAULT +\d+ constants\n", symbols);
        Assert.Matches(@" TLS     GLOBAL DEFAULT +\d+ own\n", symbols);
        Assert.Matches(@" GLOBAL DEFAULT  UND elsewhere\n", symbols);
        Assert.Matches(@" WEAK   DEFAULT  UND missing\n", symbols);
        Assert.DoesNotContain("dropped", symbols, StringComparison.Ordinal);
        Assert.Matches(@"\.rodata[^ ]* +PROGBITS", sections);
    }

    [Theory]
    [InlineData("internal static int x = *(int*)16;", "not known before the program runs")]
    [InlineData("internal static int x = (int)(byte)(uint)addr_y;", "in a way that the linker cannot follow")]
    [InlineData("internal static long x = (long)addr_y;", "in a way that the linker cannot follow")]
    [InlineData("internal static bool x = addr_y < addr_z;", "different objects")]
    [InlineData("internal static int x = Ask();", "'C.unit.Ask' is called")]
    [InlineData("internal static int x = Endless();", "does not come to an end")]
    [InlineData("internal static int x = Deep(1);", "too deeply")]
    [InlineData("internal static int* x = addr_t;", "another one in each thread")]
    [InlineData("internal static int x = 1 / z;", "divided by zero")]
    [InlineData("internal static int x = elsewhere;", "not known before the program runs")]
    [InlineData("internal static int* x = Local();", "memory that lasts no longer")]
    [InlineData("internal static sbyte x = Past(rt.text(\"ab\"u8));", "not inside of an object of 3")]
    [InlineData("internal static byte x = Part();", "a part of an address")]
    public void What_has_no_value_is_an_error_at_its_line(string initializer, string words)
    {
        IReadOnlyList<PortDiagnostic> errors = NativeProgram.Refusals(
            $$"""

            {{initializer}}
            internal static int y, z;
            [System.ThreadStatic] static int t;
            [Variable(IsExtern = true)] static int elsewhere;
            [Function("ask", "_i"), MethodImpl(MethodImplOptions.InternalCall)] static extern int Ask();
            static int Endless() { for (;;) { } }
            static int Deep(int n) => Deep(n + 1);
            static sbyte Past(sbyte* p) => p[3];
            static byte Part() { int* p = addr_y; return ((byte*)&p)[1]; }
            static int* Local() { int i = 1; return &i; }
            static int* addr_y { get { fixed (int* p = &y) { return p; } } }
            static int* addr_z { get { fixed (int* p = &z) { return p; } } }
            static int* addr_t { get { fixed (int* p = &t) { return p; } } }
            """
        );
        PortDiagnostic error = Assert.Single(errors);
        Assert.Equal(("PORT5022", "unit.g.cs", 9), (error.Code, error.Location.File, error.Location.Line));
        Assert.Contains(words, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void All_initialisers_that_fail_are_named()
    {
        IReadOnlyList<PortDiagnostic> errors = NativeProgram.Refusals(
            "internal static int a = *(int*)16;\ninternal static int b = 2;\ninternal static int c = *(int*)20;"
        );
        Assert.Equal([8, 10], errors.Select(e => e.Location.Line));
    }

    [Fact]
    public void An_array_is_no_variable()
    {
        PortDiagnostic error = Assert.Single(
            NativeProgram.Refusals(
                """
                static readonly int* v = rt.array<int>([1]);
                [Function("f", "_i")] static int F() { fixed (int** p = &v) { return **p; } }
                """
            )
        );
        Assert.Equal(("PORT5020", 9), (error.Code, error.Location.Line));
    }
}
