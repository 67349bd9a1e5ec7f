using Porting.Tests;

namespace Porting.Cli.Tests;

/// <summary>Headers of kernels: reached by links, and seen differently by units that set macros in front of
/// them.</summary>
public sealed class HeaderTests : IDisposable
{
    private const string Alone = ", one unit looked at";

    /// <summary>A struct with another member, an enumerator with another value, inline functions that look into the
    /// struct, name the enumerator, call each other, or do none of it.</summary>
    private const string Header = """
        #ifdef NAMED
        #define DEPTH_OF 8
        #else
        #define DEPTH_OF 4
        #endif
        enum { DEPTH = DEPTH_OF, WIDTH = 3 };
        struct device {
        	int unit;
        #ifdef NAMED
        	const char *name;
        #endif
        	int flags;
        };
        struct bus { struct device *first, *slots[2]; int (*probe)(struct device *d); struct bus *up; };
        static const int limits[2] = { DEPTH_OF, 1 };
        static inline int flags_of(struct device *d) { return d->flags + DEPTH; }
        static inline int doubled(struct device *d) { return 2 * flags_of(d); }
        static inline int is_there(struct device *d) { return d != 0; }
        #define FLAGS(d) ((d)->flags + (d)->unit)
        extern struct bus bus;
        extern struct device *current, device_table[2];
        extern int attach(struct device *d);
        extern struct device *find(int unit);

        """;

    private const string Plain = """
        #include "device.h"
        struct device *current, device_table[2];
        struct bus bus = { 0, { 0, 0 }, attach, 0 };
        int attach(struct device *d) { bus.first = d; bus.slots[1] = d; return doubled(d) + is_there(d) + WIDTH + limits[0]; }
        struct device *find(int unit) { return current != 0 && FLAGS(current) == unit ? current : bus.up->slots[unit]; }

        """;

    private const string Named = """
        #define NAMED
        #include "device.h"
        static struct device own = { 1, "own", 2 };
        struct bus more = { &own, { &own, 0 }, attach, &bus };
        int named(int unit)
        {
        	struct bus here = { &own, { &own, 0 }, attach, 0 };
        	struct device *d = bus.first, **slot = bus.slots;
        	current = &own;
        	bus.first = d + 1;
        	bus.slots[unit] = find(unit);
        	bus.first++;
        	device_table[1].flags = here.first->flags + bus.slots[1]->flags + here.probe(d);
        	return bus.probe(d) + attach(&own) + current->flags + doubled(*slot) + is_there(d) + FLAGS(d) + DEPTH + limits[0];
        }

        """;

    private readonly SmallPort _port = new();

    public void Dispose() => _port.Dispose();

    [Fact]
    public void A_header_is_one_file_whatever_link_leads_to_it()
    {
        _port.Write(
            "c/machine-i386/regs.h",
            "struct regs { int pc; };\nstatic inline int pc_of(struct regs *r) { return r->pc; }\n"
        );
        Directory.CreateSymbolicLink(Path.Combine(_port.Root, "c/machine"), "machine-i386");
        File.CreateSymbolicLink(Path.Combine(_port.Root, "c/regs.h"), "machine-i386/regs.h");
        _port.Write(
            "c/lib.h",
            "#include \"machine/regs.h\"\nextern int twice(int x);\nextern int counter;\nextern int depth(struct regs *r);\n"
        );
        _port.Write("c/main.c", SmallPort.MainC + "int depth(struct regs *r) { return pc_of(r); }\n");
        _port.Write(
            "c/lib.c",
            "#include \"regs.h\"\nextern int depth(struct regs *r);\nint twice(int x) { struct regs r = { x }; return depth(&r) + pc_of(&r); }\n"
        );
        _port.Write("c/machine-i386/entry.c", "#include \"regs.h\"\nint entry(struct regs *r) { return pc_of(r); }\n");
        _port.WriteCommands("main.c", "lib.c", "machine/entry.c");
        _port.Write("hand/Replaced.cs", "namespace Small;\n");
        _port.Emit();
        Assert.Equal(
            ["machine-i386/entry.g.cs", "machine-i386/regs.h.g.cs"],
            _port.Generated().Keys.Where(f => f.Contains("machine", StringComparison.Ordinal)).Select(Short)
        );
        _port.Edit("return pc_of(r);", "return pc_of(r) + 1;");
        Assert.Contains(Alone, _port.Emit());
        _port.AssertIsClean();
        _port.Write(
            "c/machine-i386/regs.h",
            "struct regs { int sp, pc; };\nstatic inline int pc_of(struct regs *r) { return r->pc; }\n"
        );
        _port.Emit();
        Assert.Contains("int sp;", _port.Read("generated/machine-i386/regs.h.g.cs"));
        _port.AssertIsClean();
    }

    [Fact]
    public void A_unit_has_its_own_of_what_it_sees_differently()
    {
        WriteVersions();
        _port.Emit();
        string header = _port.Read("generated/device.h.g.cs");
        Assert.Contains("partial struct device\n", header);
        Assert.Contains("partial struct device_main\n", header);
        Assert.Single(Lines(header, "partial struct bus"));
        Assert.Contains("internal const int DEPTH = 4;", header);
        Assert.Contains("internal const int DEPTH_main = 8;", header);
        Assert.Single(Lines(header, "const int WIDTH"));
        Assert.Contains("static int flags_of(device* d)", header);
        Assert.Contains("static int flags_of_main(device_main* d)", header);
        Assert.Contains("static int doubled_main(device_main* d)", header);
        Assert.Single(Lines(header, "static int is_there"));
        string named = _port.Read("generated/main.g.cs");
        Assert.Contains("device_main* d = (device_main*)lib_c.bus.first", named);
        Assert.Contains("doubled_main(*slot) + is_there((device*)d)", named);
        Assert.Contains("DEPTH_main", named);
        Assert.Contains("limits_main[0]", named);
        Assert.DoesNotContain(
            "_main",
            _port.Read("generated/lib.g.cs").Replace("lib_main", "", StringComparison.Ordinal)
        );
        _port.AssertIsClean();
    }

    [Theory]
    [InlineData("c/main.c", "return bus.probe(d)", "d = bus.slots[0];\n\treturn bus.probe(d) + d->flags")]
    [InlineData("c/main.c", "{ 1, \"own\", 2 }", "{ 1, \"other\", 3 }")]
    [InlineData("c/lib.c", "bus.slots[1] = d;", "bus.slots[0] = d;")]
    public void A_unit_of_them_is_looked_at_alone(string file, string from, string to)
    {
        WriteVersions();
        _port.Emit();
        _port.Write(file, _port.Read(file).Replace(from, to, StringComparison.Ordinal));
        Assert.Contains(Alone, _port.Emit());
        _port.AssertIsClean();
    }

    [Theory]
    [InlineData("c/main.c", "#define NAMED\n", "")]
    [InlineData("c/lib.c", "#include", "#define NAMED\n#include")]
    [InlineData("c/device.h", "#define DEPTH_OF 8", "#define DEPTH_OF 4")]
    [InlineData("c/device.h", "return d != 0", "return d != 0 && DEPTH > 3")]
    [InlineData("c/device.h", "const char *name;", "const char *name; int more;")]
    [InlineData("c/device.h", "{ return 2 *", "{ return 4 *")]
    public void What_changes_in_front_or_inside_changes_all_that_depends_on_it(string file, string from, string to)
    {
        WriteVersions();
        _port.Emit();
        if (to.Length == 0)
        {
            _port.Edit("{ 1, \"own\", 2 }", "{ 1, 2 }");
        }

        string text = _port.Read(file);
        Assert.Contains(from, text);
        _port.Write(file, text.Replace(from, to, StringComparison.Ordinal));
        _port.Emit();
        _port.AssertIsClean();
    }

    /// <summary>A header declares statics, and each unit behind it defines its own; another defines none of
    /// them.</summary>
    [Fact]
    public void Statics_of_a_header_are_the_units_that_define_them()
    {
        _port.Write("hand/Replaced.cs", "namespace Small;\n");
        _port.Write(
            "c/lib.h",
            "static int say(int x);\nstatic int said;\nstatic inline int loud(int x) { return 2 * say(x); }\nextern int twice(int x);\n"
        );
        _port.Write(
            "c/main.c",
            "#include \"lib.h\"\nint count(int by) { return loud(by) + say(said) + twice(by); }\nstatic int said = 3;\nstatic int say(int x) { return x + said; }\n"
        );
        _port.Write(
            "c/lib.c",
            "#include \"lib.h\"\nstatic int say(int x) { return x - 1; }\nint twice(int x) { return loud(x) + say(x) + said++; }\n"
        );
        _port.Emit();
        Assert.DoesNotContain("say", _port.Read("generated/Foreign.g.cs"));
        string header = _port.Read("generated/lib.h.g.cs");
        Assert.Contains("return 2 * main_c.say(x);", header);
        Assert.Contains("return 2 * lib_c.say(x);", header);
        Assert.Contains("said = 3;", _port.Read("generated/main.g.cs"));
        Assert.Single(Lines(header, " said;"));
        _port.AssertIsClean();
    }

    /// <summary>An enumerator, a constant macro and a function of one name in three files.</summary>
    [Fact]
    public void Constants_of_one_name_are_told_apart()
    {
        _port.Write("hand/Replaced.cs", "namespace Small;\n");
        _port.Write("c/lib.h", "enum { FIRST = 1, SECOND, ONLY };\nextern int twice(int x);\n");
        _port.Write("c/other.h", "#define FIRST 7\n");
        _port.Write("c/main.c", "#include \"lib.h\"\nint count(int by) { return by + FIRST + SECOND + ONLY; }\n");
        _port.Write(
            "c/lib.c",
            "#include \"other.h\"\nint SECOND(int x) { return x; }\nint twice(int x) { return SECOND(x) * FIRST; }\n"
        );
        _port.Emit();
        Assert.Contains("by + lib_h.FIRST + lib_h.SECOND + ONLY", _port.Read("generated/main.g.cs"));
        Assert.Contains("other_h.FIRST", _port.Read("generated/lib.g.cs"));
        _port.AssertIsClean();
    }

    /// <summary>The order of the units decides whose names have something behind them.</summary>
    [Fact]
    public void Units_in_another_order()
    {
        WriteVersions();
        _port.Emit();
        _port.WriteCommands("main.c", "lib.c");
        _port.Emit();
        Assert.Contains("device_lib", _port.Read("generated/lib.g.cs"));
        _port.AssertIsClean();
        _port.WriteCommands("lib.c", "main.c");
        _port.Emit();
        _port.AssertIsClean();
    }

    [Fact]
    public void One_of_several_is_not_replaced()
    {
        WriteVersions();
        _port.Write(
            "hand/Replaced.cs",
            "namespace Small;\n\ninternal static unsafe partial class device_h\n{\n    [Replaces(\"device.h\", \"flags_of\", \"\")]\n    internal static int flags_of(device* d) => d->flags;\n}\n"
        );
        Assert.Contains("error PORT2013: ", _port.Port("emit").Errors);
    }

    private const string Tally = """
        struct tally {
        #ifdef WIDE
        	long long before;
        #endif
        	int count;
        };
        enum {
        #ifdef WIDE
        	STEP = 5
        #else
        	STEP = 3
        #endif
        };
        struct tallies { struct tally *last; int (*read)(struct tally *t); };
        extern struct tallies tallies;
        static inline void bump(struct tally *t) { t->count += STEP; }
        static inline int tally_size(void) { return sizeof(struct tally); }

        """;

    /// <summary>What each unit computes with its own struct, and with another's through a shared one, is what C
    /// computes.</summary>
    [Fact]
    public void A_kernel_of_them_boots_as_in_C()
    {
        using TinyPort tiny = new();
        tiny.Write("tiny/include/machine-pc/tally.h", Tally);
        Directory.CreateSymbolicLink(tiny.At("tiny/include/machine"), "machine-pc");
        tiny.Edit(
            "tiny/kern/ring.c",
            "#include \"tiny.h\"\n",
            "#define WIDE\n#include \"tiny.h\"\n#include <machine-pc/tally.h>\n\nstatic int read_wide(struct tally *t)\n{\n\treturn t->count + tally_size();\n}\n\nstatic struct tally own[2];\nstruct tallies tallies = { own, read_wide };\n\nint\ntally_ring(void)\n{\n\ttallies.last++;\n\tbump(tallies.last);\n\tbump(&own[1]);\n\treturn tallies.read(tallies.last) + STEP;\n}\n"
        );
        tiny.Edit(
            "tiny/kern/main.c",
            "#include \"tiny.h\"\n",
            "#include \"tiny.h\"\n#include <machine/tally.h>\n\nextern int tally_ring(void);\nstatic struct tally mine;\n"
        );
        tiny.Edit(
            "tiny/kern/main.c",
            "\tprintf(\"tiny: done\\n\");",
            "\tbump(&mine);\n\tprintf(\"tallies: %u %u\", mine.count, tally_ring());\n\tprintf(\" %u, %u\\n\", tallies.read(tallies.last), tally_size());\n\tprintf(\"tiny: done\\n\");"
        );
        tiny.Done("init", "--", "make", "-s", "-C", "../tiny");
        tiny.Done("emit");
        Assert.False(Path.Exists(tiny.At("port/generated/include/machine")));
        tiny.Done("build");
        const string Counted = "tallies: 3 27 22, 4";
        Assert.Contains(Counted, tiny.Done("boot", "--until", "tiny: done").Output);
        Assert.Contains(Counted, tiny.Done("boot", "--reference", "--until", "tiny: done").Output);
    }

    private void WriteVersions()
    {
        _port.Write("hand/Replaced.cs", "namespace Small;\n");
        _port.Write("c/device.h", Header);
        _port.Write("c/main.c", Named);
        _port.Write("c/lib.c", Plain);
        _port.WriteCommands("lib.c", "main.c");
    }

    private static string Short(string path) =>
        path[(path.IndexOf("/generated/", StringComparison.Ordinal) + "/generated/".Length)..];

    private static IEnumerable<string> Lines(string text, string with) =>
        text.Split('\n').Where(l => l.Contains(with, StringComparison.Ordinal));
}
