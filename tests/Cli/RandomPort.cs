using System.Globalization;
using System.Text;

namespace Porting.Cli.Tests;

/// <summary>
/// A port that changes at random, always valid C: units that share two headers, with macros that become methods. Macros
/// are used with operands of several types, inside each other, and with statics of their unit; names of macros are also
/// names of functions elsewhere, now and then. Two projects share the C: one keeps its cache, the other starts from
/// nothing.
/// </summary>
internal sealed class RandomPort : IDisposable
{
    public const string Clean = "clean.json";
    private static readonly string[] Types = ["int", "unsigned", "long long", "short"];
    private static readonly string[] Macros = ["LARGER", "SCALED", "BOUNDED", "TWICE", "IS_SET", "STEP"];
    private readonly SmallPort _port = new();
    private readonly Random _random;
    private readonly List<Unit> _units = [];
    private readonly int[] _versions = new int[Macros.Length];
    private int _header;
    private int _hand;
    private int _made;

    /// <summary>A unit: which functions it has, and the numbers that their bodies are made of.</summary>
    private sealed class Unit(int number)
    {
        public string Name => string.Create(CultureInfo.InvariantCulture, $"unit{number}.c");
        public int Number => number;
        public int[] Bodies { get; set; } = [];

        /// <summary>Has functions with the name of a macro, which no other unit may have a method of then.</summary>
        public string? Taken { get; set; }
        public bool HasOwnMacro { get; set; }
    }

    public RandomPort(int seed)
    {
        _random = new Random(seed);
        _port.Write(
            Clean,
            _port
                .Read("port.json")
                .Replace("\"generated\":\"generated\"", "\"generated\":\"clean\"", StringComparison.Ordinal)
                .Replace("\"artifacts\":\"artifacts\"", "\"artifacts\":\"clean.artifacts\"", StringComparison.Ordinal)
        );
        for (int i = 0; i < 6; i++)
        {
            AddUnit();
        }

        Write();
    }

    public string Root => _port.Root;

    /// <summary>Changes something; says what.</summary>
    public string Edit()
    {
        string what = _random.Next(18) switch
        {
            0 or 1 => ChangeBody(),
            2 or 3 => ChangeMacro(),
            4 => $"header {++_header}",
            5 => _units.Count < 8 ? AddUnit() : RemoveUnit(),
            6 => _units.Count > 5 ? RemoveUnit() : AddUnit(),
            7 => $"handwritten {_hand = (_hand + 1 + _random.Next(3)) % 4}",
            8 => ChangeNames(),
            9 => Reorder(),
            _ => ChangeBody(),
        };
        Write();
        return what;
    }

    public void Dispose() => _port.Dispose();

    private Unit Any() => _units[_random.Next(_units.Count)];

    private string ChangeBody()
    {
        Unit unit = Any();
        unit.Bodies[_random.Next(unit.Bodies.Length)] = _random.Next();
        return $"a body of {unit.Name}";
    }

    private string ChangeMacro()
    {
        int macro = _random.Next(Macros.Length);
        _versions[macro] = (_versions[macro] + 1) % 3;
        return $"macro {Macros[macro]} {_versions[macro]}";
    }

    private string AddUnit()
    {
        Unit unit = new(_made++)
        {
            Bodies = [.. Enumerable.Range(0, 4 + _random.Next(3)).Select(_ => _random.Next())],
            HasOwnMacro = _random.Next(2) == 0,
        };
        _units.Insert(_random.Next(_units.Count + 1), unit);
        return $"{unit.Name} more";
    }

    private string RemoveUnit()
    {
        Unit unit = _units[1 + _random.Next(_units.Count - 1)];
        _units.Remove(unit);
        File.Delete(Path.Combine(Root, "c", unit.Name));
        return $"{unit.Name} less";
    }

    private string ChangeNames()
    {
        Unit unit = Any();
        unit.HasOwnMacro ^= unit.Taken != null;
        unit.Taken =
            unit.Taken == null && _units.All(u => u.Taken == null) ? Macros[_random.Next(Macros.Length)] : null;
        return $"names of {unit.Name}: {unit.Taken}";
    }

    private string Reorder()
    {
        Unit unit = Any();
        _units.Remove(unit);
        _units.Add(unit);
        return $"{unit.Name} last";
    }

    private void Write()
    {
        File.Delete(Path.Combine(Root, "c/main.c"));
        File.Delete(Path.Combine(Root, "c/lib.c"));
        _port.Write("c/macros.h", MacroHeader());
        _port.Write("c/lib.h", Header());
        _port.Write("c/shapes.h", Shapes);
        foreach (Unit unit in _units)
        {
            _port.Write("c/" + unit.Name, Text(unit));
        }

        _port.Write("hand/Replaced.cs", Handwritten());
        _port.WriteCommands([.. _units.Select(u => u.Name)]);
    }

    /// <summary>Each macro in three versions: another body, another number of uses of an argument, another macro
    /// inside.</summary>
    private string MacroHeader()
    {
        string[][] bodies =
        [
            ["((a) > (b) ? (a) : (b))", "((b) < (a) ? (a) : (b))", "((a) + (b))"],
            ["((a) * 3)", "((a) * 3 + 1)", "LARGER((a) * 2, 7)"],
            ["LARGER(LARGER(a, 0), b)", "(LARGER(a, 1) - (b))", "(SCALED(a) - (b))"],
            ["(twice(a))", "(twice(a) + 1)", "(2 * (a))"],
            ["(((a) & 4) != 0)", "(!!((a) & 8))", "((a) & 4)"],
            [
                "do { (a) += 2; } while (0)",
                "do { (a) += 3; total++; } while (0)",
                "do { int step = TWICE(1); (a) += step; } while (0)",
            ],
        ];
        string[] parameters = ["(a, b)", "(a)", "(a, b)", "(a)", "(a)", "(a)"];
        return "#ifndef MACROS_H\n#define MACROS_H\n"
            + "#define LIMIT 40\n#define FEW 3\n"
            + string.Concat(Macros.Select((m, i) => $"#define {m}{parameters[i]} {bodies[i][_versions[i]]}\n"))
            + "#endif\n";
    }

    /// <summary>What an object of a header's type needs is in the header's part, which one unit has sent: none that the
    /// others use anything of.</summary>
    private const string Shapes =
        "struct bytes { char b[3]; };\nstruct pair { int a; volatile int b; };\nstruct nest { struct pair p[2]; short s; };\n"
        + "union either { struct { struct nest n; } first; struct { short lead; struct nest n; } second; };\n";

    private string Header()
    {
        string member = (_header & 1) == 0 ? "" : "short more; ";
        string once = (_header & 2) == 0 ? "w->a + 1" : "SCALED(w->a)";
        return $"#ifndef LIB_H\n#define LIB_H\n#include \"macros.h\"\n{(_header % 3 == 1 ? "\n" : "")}typedef unsigned word;\nstruct thing {{ int a; {member}word b; }};\nextern int total;\nextern int (*hook)(int x);\nextern int (*whole)(struct thing t);\nextern int twice(int x);\nextern int say(const char *format, ...);\n/* Once. */\nstatic inline int once(struct thing *w) {{ return {once}; }}\n#endif\n";
    }

    private string Text(Unit unit)
    {
        StringBuilder text = new();
        if (unit.Taken is { } taken)
        {
            // No headers here: the name is a function's.
            return text.Append(
                    CultureInfo.InvariantCulture,
                    $"extern int total;\nint {taken}(int x) {{ return x - {unit.Bodies[0] % 100}; }}\n{(unit == _units[0] ? Shared(false) : "")}int first{unit.Number}(void) {{ return {taken}(total); }}\n"
                )
                .ToString();
        }

        bool hasShapes = unit != _units[0];
        text.Append(!hasShapes ? "" : "#include \"shapes.h\"\n")
            .Append("#include \"lib.h\"\n")
            .Append(unit == _units[0] ? Shared(true) : "")
            .Append(CultureInfo.InvariantCulture, $"static int own{unit.Number} = {unit.Bodies[0] % 50};\n");
        text.Append(
            unit.HasOwnMacro
                ? string.Create(
                    CultureInfo.InvariantCulture,
                    $"#define STEPPED(x) (LARGER(x, 2) + own{unit.Number})\n#define HALF(x) ((x) / 2 + {unit.Bodies[0] % 3})\n"
                )
                : ""
        );
        text.Append(
            CultureInfo.InvariantCulture,
            $"struct own{unit.Number} {{ int a; }};\nstatic int peek{unit.Number}(struct own{unit.Number} *o) {{ return o->a; }}\n"
        );
        text.Append(CultureInfo.InvariantCulture, $"struct thing thing{unit.Number} = {{ 3 }};\n");
        text.Append(
            hasShapes
                ? string.Create(
                    CultureInfo.InvariantCulture,
                    $"static struct nest nest{unit.Number};\nstruct pair pair{unit.Number};\nstatic struct bytes bytes{unit.Number}[2];\nstatic struct pair *pairs{unit.Number}[3];\n"
                )
                : ""
        );
        for (int i = 0; i < unit.Bodies.Length; i++)
        {
            text.Append(Function(unit, i, hasShapes));
        }

        return text.ToString();
    }

    /// <summary>What the first unit defines for all.</summary>
    private static string Shared(bool hasHeader) =>
        $"int total;\nint (*hook)(int x);\nint twice(int x) {{ return 2 * x; }}\n{(hasHeader ? "" : "extern int say(const char *format, ...);\nstruct thing;\n")}int (*whole)(struct thing t);\nint say(const char *format, ...) {{ return format[0]; }}\n";

    private static string Function(Unit unit, int index, bool hasShapes)
    {
        Random choice = new(unit.Bodies[index]);
        string type = Types[(unit.Number + index) % Types.Length];
        StringBuilder body = new();
        for (int i = 0; i < 3; i++)
        {
            body.Append('\t')
                .Append(
                    choice.Next(22) switch
                    {
                        0 => "y = LARGER(x, y);",
                        1 => $"y += SCALED(x + {choice.Next(9)});",
                        2 => "if (IS_SET(y)) total = LARGER(total, 3);",
                        3 => "STEP(y);",
                        4 => "y = BOUNDED(y, (int)x);",
                        5 => "y -= TWICE(total++);",
                        6 => unit.HasOwnMacro ? "y = STEPPED(x) + HALF(y);" : "STEP(total);",
                        7 => $"say(\"%d\", y, {choice.Next(5)});",
                        9 => "y += LIMIT;",
                        10 => "if (y > FEW) y -= FEW;",
                        11 => "hook = twice;",
                        12 => "{ static int seen; y += ++seen; }",
                        13 => $"{{ struct own{unit.Number} o = {{ y }}; y = peek{unit.Number}(&o); }}",
                        14 => "{ struct thing t = { y, 2 }; y += whole(t); }",
                        8 => "{ struct thing t = { y, 1 }; y = once(&t); }",
                        15 when hasShapes => $"nest{unit.Number}.p[y & 1].a += y; y -= nest{unit.Number}.s;",
                        16 when hasShapes => $"pair{unit.Number}.b = y; y += bytes{unit.Number}[1].b[0];",
                        17 when hasShapes =>
                            "{ union either e; e.first.n.s = y; e.second.n = e.first.n; y = e.second.n.s; }",
                        18 => $"{{ struct thing t = thing{unit.Number}; thing{unit.Number} = t; y += t.b; }}",
                        19 when hasShapes => $"pairs{unit.Number}[y & 1] = &pair{unit.Number};",
                        _ => $"y ^= {choice.Next(1000)};",
                    }
                )
                .Append('\n');
        }

        return string.Create(
            CultureInfo.InvariantCulture,
            $"\n/* Number {index}. */\nint f{unit.Number}_{index}({type} x)\n{{\n\tint y = {choice.Next(20)};\n{body}\treturn y + own{unit.Number};\n}}\n"
        );
    }

    /// <summary>Stands in for twice, or for nothing, or has another text.</summary>
    private string Handwritten() =>
        _hand switch
        {
            0 => "namespace Small;\n",
            _ =>
                $"namespace Small;\n\ninternal static unsafe partial class Hand{_hand}\n{{\n    [Replaces(\"{_units[0].Name}\", \"twice\", \"\")]\n    internal static int twice(int x) => x + x + {(_hand == 3 ? 1 : 0)};\n}}\n",
        };
}
