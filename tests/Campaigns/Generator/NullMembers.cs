namespace Porting.Campaigns;

/// <summary>Distances of members from their struct: offsetof, the same written by hand with a null pointer, the struct
/// around a member, lists that run through structs, trailing arrays; types and sizes of members that no object is there
/// for.</summary>
internal sealed class NullMembers : IConstruct
{
    private static readonly string[] Types =
    [
        "char",
        "short",
        "u",
        "long long",
        "double",
        "void *",
        "unsigned char",
        "float",
    ];

    public void Write(ConstructText c)
    {
        string n = c.Name;
        int count = c.Pick(2, 6);
        c.Line(
            $"struct {n}_link {{ struct {n}_link *next, *prev; }};\nstruct {n}_inner {{ {c.One(Types)} a; {c.One(Types)} b[{c.Pick(1, 4)}]; }};\nstruct {n}_s {{"
        );
        for (int i = 0; i < count; i++)
        {
            c.Line($"\t{c.One(Types)} f{i}{(c.Chance(25) ? $"[{c.Pick(1, 5)}]" : "")};");
        }

        c.Line(
            $"\tstruct {n}_link link;\n\tstruct {n}_inner in[{c.Pick(1, 3)}];\n\tunion {{ u whole; unsigned char part[4]; }};\n\tu value;\n\t{c.One("u", "unsigned char", "long long")} tail[{c.One("", "0")}];\n}}{c.One("", "", " __attribute__((packed))")};"
        );
        c.Line(
            $"#define {n}_at(member) ((u)&((struct {n}_s *)0)->member)\n#define {n}_around(p, member) ((struct {n}_s *)((char *)(p) - {n}_at(member)))\n#define {n}_of(p, member) ({{ const __typeof__(((struct {n}_s *)0)->member) *m = (p); (struct {n}_s *)((char *)m - __builtin_offsetof(struct {n}_s, member)); }})"
        );
        c.Line(
            $"static const u {n}_table[] = {{ {string.Join(", ", Enumerable.Range(0, count).Select(i => $"__builtin_offsetof(struct {n}_s, f{i})"))}, __builtin_offsetof(struct {n}_s, in[0].b), (u)sizeof(struct {n}_s) }};"
        );
        c.Line(
            $"static u {n}_given(struct {n}_s *p) {{ return (u)((char *)&p->{Member(c, count)} - (char *)p) + (u)((char *)&p->{Member(c, count)} - (char *)p); }}"
        );
        c.Line(
            $"static u {n}(u x, u y)\n{{\n\tu h = {n}_given(malloc(8)) & 0;\n\tstruct {n}_s all[4], *p;\n\tstruct {n}_link head = {{ &head, &head }}, *l;\n\tmemset(all, 0, sizeof all);"
        );
        c.Line(
            $"\tfor (u i = 0; i < 4; i++) {{ l = &all[i].link; all[i].value = x * i + y; l->next = head.next; l->prev = &head; head.next->prev = l; head.next = l; }}"
        );
        for (int i = 0; i < c.Pick(4, 9); i++)
        {
            string member = Member(c, count);
            c.Line(
                "\t"
                    + c.Pick(0, 9) switch
                    {
                        0 => $"h = h * 31 + {n}_at({member});",
                        1 => $"h += (u)__builtin_offsetof(struct {n}_s, {member}) * {c.Pick(2, 9)};",
                        2 => $"for (l = head.next; l != &head; l = l->next) h = h * 7 + {n}_around(l, link)->value;",
                        3 => $"p = {n}_of(&all[{c.Value(0)} & 3].value, value); h ^= p->value + (u)(p - all);",
                        4 when member != "tail" =>
                            $"h += (u)sizeof(((struct {n}_s *)0)->{member}) + (u)_Alignof(__typeof__(((struct {n}_s *)0)->{member}));",
                        5 =>
                            $"p = malloc(sizeof *p + 6 * sizeof p->tail[0]); p->tail[{c.Pick(0, 5)}] = {c.One("7", "x & 63")}; h = h * 3 + (u)((char *)&p->tail[{c.Pick(0, 5)}] - (char *)p); free(p);",
                        6 => $"h += (u)(long)((char *)&all[2].{member} - (char *)all) + {n}_given(&all[1]);",
                        7 => $"h = h * 5 + {n}_table[{c.Value(1)} % (sizeof {n}_table / sizeof *{n}_table)];",
                        8 => $"if ({n}_at({member}) {c.One("<", ">", "==")} {n}_at({Member(c, count)})) h++;",
                        _ =>
                            $"{{ int {n}_u = (int){n}_at(part[{c.Pick(0, 3)}]); h = h * 3 + (u){n}_u; *((unsigned char *)all + {n}_u) ^= (unsigned char)h; h += all[0].whole; }}",
                    }
            );
        }

        c.Line($"\tfor (l = head.prev; l != &head; l = l->prev) h = h * 3 + {n}_of(l, link)->value;\n\treturn h;\n}}");
    }

    private static string Member(ConstructText c, int count) =>
        c.One(
            "link",
            "link.prev",
            "value",
            "in[0]",
            "in[0].b[0]",
            "in[0].a",
            "whole",
            "part[2]",
            "tail",
            $"f{c.Pick(0, count - 1)}"
        );
}
