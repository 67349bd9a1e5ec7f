namespace Porting.Campaigns;

/// <summary>Volatile objects of every width, static, automatic and behind pointers, read for nothing, stepped,
/// compounded, chained, copied as structs, counted on by loops.</summary>
internal sealed class Volatiles : IConstruct
{
    private static readonly string[] Types =
    [
        "signed char",
        "unsigned char",
        "short",
        "unsigned short",
        "int",
        "u",
        "long long",
        "unsigned long long",
        "_Bool",
    ];

    public void Write(ConstructText c)
    {
        string n = c.Name;
        string[] types = [.. Enumerable.Range(0, c.Pick(2, 4)).Select(_ => c.One(Types))];
        c.Line(
            $"struct {n}_s {{ u plain; unsigned low : {c.Pick(1, 9)}, high : {c.Pick(2, 20)}; short s; long long q; u list[3]; int narrow : {c.Pick(2, 12)}; }};\nstatic volatile struct {n}_s {n}_g, *{n}_to = &{n}_g;\nstatic struct {n}_s {n}_kept;\nstatic volatile u {n}_count, *volatile {n}_both = &{n}_count;\nstatic u *volatile {n}_pointer, {n}_words[8];\nstatic volatile unsigned char {n}_bytes[16];"
        );
        for (int i = 0; i < types.Length; i++)
        {
            c.Line($"static volatile {types[i]} {n}_v{i};");
        }

        c.Line(
            $"static u {n}(u x, u y)\n{{\n\tu h = 1;\n\tvolatile {c.One(Types)} a = {c.One("x", "y", "-3")};\n\tvolatile {c.One(Types)} b = 1;\n\tvolatile double d = x & 1023;\n\tvolatile struct {n}_s s = {{ .plain = y, .high = 1 }}, *p = x & 1 ? &s : {n}_to;\n\t{n}_pointer = {n}_words + 2; {n}_count = x & 3;"
        );
        for (int k = 0; k < c.Pick(8, 16); k++)
        {
            c.Line("\t" + Statement(c, types.Length));
        }

        c.Line(
            $"\th = h * 31 + {n}_g.plain + {n}_g.low * 3u + {n}_g.high * 5u + (u){n}_g.s + (u){n}_g.q + {n}_g.list[1] + (u){n}_g.narrow + s.plain + s.low + s.high + (u)s.s + (u)s.q + (u)s.narrow;\n\tfor (u k = 0; k < 16; k++) h = h * 3 + {n}_bytes[k] + {n}_words[k & 7];\n\treturn h + (u)a * 3 + (u)b + (u)(long long)d{string.Concat(types.Select((_, i) => $" + (u){n}_v{i} * {i * 2 + 5}u"))};\n}}"
        );
    }

    private static string Statement(ConstructText c, int count)
    {
        string n = c.Name;
        string place = Place(c, count);
        string step = c.One("++", "--");
        return c.Pick(0, 16) switch
        {
            0 => $"{place};",
            1 => $"(void){place}; *p; {n}_g; {n}_to->q;",
            2 => $"h = h * 3 + (u)({place} = {c.Value(1)});",
            3 => $"h += (u){place}{step};",
            4 => $"h ^= (u){step}{place};",
            5 => $"{place} {c.One("+=", "-=", "*=", "^=", "|=", "&=", "=")} {c.Value(1)};",
            6 => $"h = h * 5 + (u)({place} {c.One("+=", "^=", "|=", "&=", "-=")} {c.Value(1)});",
            7 => $"{place} = {Place(c, count)} = {c.Value(1)};",
            8 => $"{n}_count &= 7; while ({n}_count++ < 8) {{ {c.One("*p", "p->low", $"*{n}_both", "p->q")}; h++; }}",
            9 => $"(*{n}_pointer)++; *{n}_pointer++ = h; {n}_pointer = {n}_words + ({c.Value(0)} & 3);",
            10 =>
                $"switch ({n}_count & 3) {{ case 1: {place}; h++; break; case 2: h ^= {n}_count; default: {n}_count{step}; }}",
            11 => $"for (volatile u k = 0; k < {c.Pick(1, 5)}; k++) h = h * 3 + k;",
            12 =>
                $"{n}_kept = {c.One("*p", $"{n}_g", "s")}; h += {n}_kept.plain + {n}_kept.high; {n}_kept.q ^= h; {c.One("*p", $"{n}_g", "s")} = {n}_kept;",
            13 =>
                $"d {c.One("+=", "-=", "=")} {c.Value(0)}; d; if (d > 1e15 || d < -1e15) d = 3; h += (u)(long long)d;",
            14 =>
                $"{n}_bytes[{c.Value(0)} & 15] {c.One("++", "^= 5", "= (unsigned char)h", "|= 64")}; h += {n}_bytes[h & 15];",
            15 => $"h += {place} ? {n}_count : (*{n}_both)--; if (!{place}) h++;",
            _ => $"h = ({place}, h * 3); {place} && {Place(c, count)}; x & 1 ? {place} : {Place(c, count)};",
        };
    }

    /// <summary>A volatile place of an integer type, which needs no parentheses.</summary>
    private static string Place(ConstructText c, int count)
    {
        string field = c.One("plain", "low", "high", "s", "q", "list[2]", "narrow");
        return c.Pick(0, 6) switch
        {
            0 => $"{c.Name}_g.{field}",
            1 => $"{c.Name}_to->{field}",
            2 => $"p->{field}",
            3 => c.One("a", "b"),
            4 => $"s.{field}",
            5 => $"{c.Name}_both[0]",
            _ => $"{c.Name}_v{c.Pick(0, count - 1)}",
        };
    }
}
