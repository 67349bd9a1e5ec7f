using System.Globalization;
using System.Text;

namespace EmitBench;

/// <summary>
/// A tree like a kernel's, the same for the same number of units: subsystems of twenty units each, headers of the whole
/// kernel that every unit includes, headers of subsystems, inline functions in both, structures that contain and point
/// to each other, tables of functions, static helpers, switches, loops, a variadic print function. Larger trees have
/// more subsystems; units stay as large as they are.
/// </summary>
internal sealed class KernelTree(string root, int units)
{
    private const int UnitsPerSubsystem = 20;
    private const int CoreHeaders = 60;
    private const int FunctionsPerUnit = 24;

    private int Subsystems => (units + UnitsPerSubsystem - 1) / UnitsPerSubsystem;

    public string C => Path.Combine(root, "c");

    public static string FileOf(int unit) =>
        string.Create(CultureInfo.InvariantCulture, $"sub{unit / UnitsPerSubsystem}/unit{unit}.c");

    /// <summary>Writes everything, and the port around it; gives the lines of C that were written.</summary>
    public int Write()
    {
        int lines = 0;
        void Put(string name, string text)
        {
            string path = Path.Combine(root, name);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, text);
            lines += text.Count(c => c == '\n');
        }

        for (int h = 0; h < CoreHeaders; h++)
        {
            Put($"c/include/core{h}.h", CoreHeader(h));
        }

        for (int s = 0; s < Subsystems; s++)
        {
            Put($"c/sub{s}/sub{s}.h", SubsystemHeader(s));
        }

        for (int u = 0; u < units; u++)
        {
            Put($"c/{FileOf(u)}", Unit(u));
        }

        Directory.CreateDirectory(Path.Combine(root, "hand"));
        Put(
            "port.json",
            """{"name":"tree","namespace":"Tree","original":"c","compileCommands":"compile_commands.json","generated":"generated","handwritten":"hand","linkerScript":"none.ld","artifacts":"artifacts"}"""
        );
        Put("compile_commands.json", "[" + string.Join(",\n", Enumerable.Range(0, units).Select(Command)) + "]");
        return lines;
    }

    private string Command(int unit) =>
        $$"""{"directory":"{{C}}","file":"{{FileOf(unit)}}","arguments":["clang-19","-m32","-march=i686","-std=gnu11","-ffreestanding","-fno-strict-aliasing","-fwrapv","-O2","-Iinclude","-c","{{FileOf(unit)}}"]}""";

    private static string CoreHeader(int h)
    {
        StringBuilder text = new($"/*\n * Core of the kernel, part {h}.\n */\n#ifndef CORE{h}_H\n#define CORE{h}_H\n");
        foreach (int lower in new[] { h - 1, h - 7 }.Where(i => i >= 0))
        {
            text.Append(CultureInfo.InvariantCulture, $"#include \"core{lower}.h\"\n");
        }

        text.Append(
            CultureInfo.InvariantCulture,
            $"\n#define CORE{h}_LIMIT {16 + h}\n#define CORE{h}_MASK 0x{(1 << (h % 20)) - 1:x}\n#define core{h}_align(x) (((x) + CORE{h}_MASK) & ~CORE{h}_MASK)\n"
        );
        for (int i = 0; i < 12; i++)
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"#define CORE{h}_FLAG{i} (1u << {i})\t/* flag {i} of part {h} */\n"
            );
        }

        text.Append(
            CultureInfo.InvariantCulture,
            $"\ntypedef unsigned int core{h}_word;\nenum core{h}_state {{ CORE{h}_IDLE, CORE{h}_BUSY = {h + 3}, CORE{h}_DEAD }};\n\n"
        );
        for (int i = 0; i < 4; i++)
        {
            string inner =
                i > 0 ? $"\tstruct core{h}_object{i - 1} inner;\n"
                : h > 0 ? $"\tstruct core{h - 1}_object0 *link;\n"
                : "";
            text.Append(
                CultureInfo.InvariantCulture,
                $"/* Object {i} of part {h}. */\nstruct core{h}_object{i} {{\n\tstruct core{h}_object{i} *next, **previous;\t/* list */\n\tcore{h}_word flags : 5, kind : 11, rest : 16;\n\tunsigned long long total;\n\tchar name[CORE{h}_LIMIT];\n{inner}\tint (*operation)(struct core{h}_object{i} *self, int argument);\n\tunion {{ int number; void *pointer; }};\n}};\n\n"
            );
            text.Append(
                CultureInfo.InvariantCulture,
                $"extern struct core{h}_object{i} *core{h}_find{i}(const char *name, int flags);\nextern int core{h}_count{i}(struct core{h}_object{i} *from);\nextern void core{h}_release{i}(struct core{h}_object{i} *object);\n\n"
            );
            text.Append(
                CultureInfo.InvariantCulture,
                $"static inline int\ncore{h}_length{i}(struct core{h}_object{i} *first)\n{{\n\tint n = 0;\n\n\t/* Walks the list. */\n\twhile (first != 0 && n < CORE{h}_LIMIT) {{\n\t\tif (first->flags & 1)\n\t\t\tn += first->kind;\n\t\telse\n\t\t\tn++;\n\t\tfirst = first->next;\n\t}}\n\treturn n;\n}}\n\n"
            );
        }

        return text.Append("#endif\n").ToString();
    }

    private static string SubsystemHeader(int s)
    {
        StringBuilder text = new(
            $"#ifndef SUB{s}_H\n#define SUB{s}_H\n#include \"core{CoreHeaders - 1}.h\"\n#include \"core{CoreHeaders - 2}.h\"\n\nextern int print(const char *format, ...);\n"
        );
        text.Append(
            CultureInfo.InvariantCulture,
            $"struct sub{s}_device {{\n\tstruct core{s % CoreHeaders}_object1 base;\n\tunsigned short ports[8];\n\tvolatile unsigned *registers;\n\tint irq;\n}};\n\nstruct sub{s}_request {{ struct sub{s}_device *device; unsigned sector, count; char *data; int (*done)(struct sub{s}_request *); }};\n"
        );
        for (int u = s * UnitsPerSubsystem; u < (s + 1) * UnitsPerSubsystem; u++)
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"extern int unit{u}_step0(struct sub{s}_device *device, struct sub{s}_request *request, int value);\nextern int unit{u}_open;\n"
            );
        }

        return text.Append("#endif\n").ToString();
    }

    private string Unit(int u)
    {
        int s = u / UnitsPerSubsystem;
        StringBuilder text = new(
            $"/*\n *\tUnit {u} of subsystem {s}.\n */\n#include \"sub{s}.h\"\n\n#define UNIT_RETRIES {3 + u % 5}\n\nint unit{u}_open;\nstatic struct sub{s}_device devices[4];\n\n"
        );
        for (int f = 0; f < FunctionsPerUnit; f++)
        {
            text.Append(Function(u, s, f));
        }

        text.Append(
            CultureInfo.InvariantCulture,
            $"static int (*const steps[])(struct sub{s}_device *, struct sub{s}_request *, int) = {{\n"
        );
        text.Append(string.Concat(Enumerable.Range(0, FunctionsPerUnit).Select(f => $"\tunit{u}_step{f},\n")));
        text.Append(
            CultureInfo.InvariantCulture,
            $"}};\n\nint\nunit{u}_run(struct sub{s}_request *request)\n{{\n\tunsigned i;\n\n\tfor (i = 0; i < sizeof(steps) / sizeof(steps[0]); i++)\n\t\tif (steps[i](request->device, request, i) < 0)\n\t\t\treturn -1;\n\treturn print(\"unit {u}: %d of %s\\n\", i, request->data);\n}}\n"
        );
        return text.ToString();
    }

    private string Function(int u, int s, int f)
    {
        int h = (u * 7 + f * 3) % CoreHeaders;
        int i = (u + f) % 4;
        int friend = s * UnitsPerSubsystem + (u + 1) % UnitsPerSubsystem;
        string call =
            f % 5 == 0 && friend < units && friend != u ? $"unit{friend}_step0(device, request, value - 1)"
            : f > 0 ? $"unit{u}_step{f - 1}(device, request, value >> 1)"
            : "value";
        return string.Create(
            CultureInfo.InvariantCulture,
            $$"""
            /*
             * Step {{f}}: what the device has to do when its state asks for it.
             */
            {{(f == 0 ? "int" : "static int")}}
            unit{{u}}_step{{f}}(struct sub{{s}}_device *device, struct sub{{s}}_request *request, int value)
            {
            	struct core{{h}}_object{{i}} *object = core{{h}}_find{{i}}(device->base.name, value & CORE{{h}}_MASK);
            	core{{h}}_word sum = 0;
            	int tries;

            	if (object == 0 || device->irq < 0) {
            		unit{{u}}_open--;
            		return {{call}};
            	}
            	for (tries = 0; tries < UNIT_RETRIES; tries++) {
            		/* One register after the other. */
            		sum += device->registers[tries] ^ (unsigned) core{{h}}_length{{i}}(object);
            		if ((sum & CORE{{h}}_FLAG{{f % 12}}) != 0 && !(device->ports[tries & 7] & 0x80))
            			continue;
            		switch (object->kind) {
            		case CORE{{h}}_IDLE:
            			object->total += (unsigned long long) sum << 3;
            			break;
            		case CORE{{h}}_BUSY:
            			object->flags = sum & 31;
            			/* FALLTHROUGH */
            		default:
            			object->number = core{{h}}_align(object->number) - (int) object->total;
            			goto out;
            		}
            	}
            	if (object->operation != 0 && object->operation(object, value) > 0)
            		core{{h}}_release{{i}}(object);
            out:
            	request->count += sum % 512u;
            	return object->name[0] == 'u' ? (int) (request->sector + sum) : devices[value & 3].irq;
            }


            """
        );
    }
}
