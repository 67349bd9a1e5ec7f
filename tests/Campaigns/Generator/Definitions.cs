namespace Porting.Campaigns;

/// <summary>What is defined and who knows of it: a declaration and its definition by one use of a macro, statics that
/// nobody but the linker or assembler uses, pointers to functions that differ by their result alone, in the conventions
/// of kernels.</summary>
internal sealed class Definitions : IConstruct
{
    private static readonly string[] Conventions =
    [
        "",
        "__attribute__((regparm(3)))",
        "__attribute__((stdcall))",
        "__attribute__((regparm(2), stdcall))",
    ];

    public void Write(ConstructText c)
    {
        string n = c.Name;
        c.Line($"struct {n}_a {{ u x; }}; struct {n}_b {{ u y, z; }};");
        Macro(c, n, "first", "u N(u x)", $"return x * {c.Pick(2, 99)} + 1;", c.One("", "static "));
        Macro(c, n, "second", "u N(u x)", $"return x ^ {c.Pick(2, 99)};", "static inline ");
        c.Line($"static u {n}_begun;");
        Macro(
            c,
            n,
            "begin",
            "void N(void)",
            $"{n}_begun += {c.Pick(1, 9)};",
            "static __attribute__((used, constructor)) "
        );
        string linkage = c.One("extern", "static");
        string definition = linkage == "extern" ? "" : "static ";
        c.Line(
            $"#define {n}_VARIABLE(N) {linkage} u N; {definition}u N = {c.Pick(1, 999)};\n{n}_VARIABLE({n}_variable)"
        );
        c.Line($"static u __attribute__((used)) {n}_asked(u x) {{ return x + {c.Pick(1, 99)}; }}");
        c.Line(
            $"static u {n}_meant(u x) {{ return x ^ {c.Pick(1, 99)}; }}\nu (*{n}_kept)(u) = {n}_meant;\nasm(\".set {n}_alias, {n}_meant\");\nu {n}_alias(u);"
        );
        string convention = c.One(Conventions);
        string[] results = ["u", "int", "char *", "void *", $"struct {n}_a *"];
        for (int i = 0; i < results.Length; i++)
        {
            c.Line($"static {convention} {results[i]} {n}_f{i}(char *p) {{ return ({results[i]})(p + {i}); }}");
        }

        string members = string.Join(' ', results.Select((r, i) => $"{r} (*f{i})(char *) {convention};"));
        string values = string.Join(", ", results.Select((_, i) => $"{n}_f{i}"));
        string text = c.One("\"abc@\"", "\"@\"", "\"a\\\"@\"");
        c.Line($"static const struct {{ char text[4]; {members} }} {n}_table = {{ {text}, {values} }};");
        c.Line(
            $"static u {n}(u x, u y)\n{{\n\tstruct {n}_a a = {{ x }}; struct {n}_b b = {{ y, 3 }};\n\tu h = {n}_begun + {n}_variable + {n}_first(x) + {n}_second(y);"
        );
        c.Line(
            $"\th = h * 3 + *(u *)(x > y ? (void *)&a : (void *)&b) + ((x & 1 ? (void *)&a : (void *)&b) == &b) + ((size_t)(y & 1 ? (void *)&b : (void *)&a) == (size_t)&a);"
        );
        c.Line(
            $"\tu r = h;\n\tasm(\"pushl %0\\n\\tcall {n}_asked\\n\\taddl $4, %%esp\" : \"+a\"(r) : : \"ecx\", \"edx\", \"memory\", \"cc\");\n\th += r + {n}_alias(r);"
        );
        string sum = string.Join(" + ", results.Select((_, i) => $"((u){n}_table.f{i}((char *)h) - h)"));
        c.Line($"\th = h * 5 + {sum} + (unsigned char){n}_table.text[{c.Pick(0, 3)}];\n\treturn h;\n}}");
    }

    /// <summary>A declaration and the definition, by one use of a macro.</summary>
    private static void Macro(ConstructText c, string n, string name, string head, string body, string specifiers) =>
        c.Line(
            $"#define {n}_{name.ToUpperInvariant()}(N) {specifiers}{head}; {specifiers.Replace("__attribute__((used, constructor)) ", "")}{head} {{ {body} }}\n{n}_{name.ToUpperInvariant()}({n}_{name})"
        );
}
