namespace Porting.Campaigns;

/// <summary>
/// Places that are found with effects: behind calls that count themselves and by indices that step, of every type,
/// stepped, assigned and compounded, with the value wanted or not, as statements, in conditions and in the headers of
/// loops.
/// </summary>
internal sealed class Places : IConstruct
{
    private static readonly string[] Fields = ["v", "n", "b", "t", "low", "high", "q", "c", "wide"];

    public void Write(ConstructText c)
    {
        string n = c.Name;
        c.Line(
            $"struct {n}_s {{ u v; short n; unsigned char b; _Bool t; u low : {c.Pick(2, 7)}; int high : {c.Pick(2, 20)}; long long q; signed char c; unsigned long long wide : {c.Pick(33, 50)}; double d; u *p; void *w; u (*rows)[4]; struct {n}_s *next; u tab[4]; }};"
        );
        c.Line($"static struct {n}_s {n}_list[3];\nstatic char {n}_bytes[128];\nstatic u {n}_table[64][4], {n}_calls;");
        c.Line(
            $"static struct {n}_s *{n}_find(u k) {{ {n}_calls = {n}_calls * 3 + k; return &{n}_list[k % 3]; }}\nstatic u *{n}_slot(u k) {{ {n}_calls += 5; return &{n}_list[k % 3].tab[k & 3]; }}"
        );
        c.Line(
            $"static void {n}_start(u x)\n{{\n\tfor (u k = 0; k < 3; k++) {{\n\t\tstruct {n}_s *s = &{n}_list[k];\n\t\t*s = (struct {n}_s){{ .v = x + k, .n = (short)(x >> k), .b = (unsigned char)(x * 3), .high = {c.Pick(0, 1)}, .q = -(long long)x, .d = k, .tab = {{ x, k }} }};"
        );
        c.Line(
            $"\t\ts->p = &s->tab[k]; s->w = {n}_bytes + 64; s->rows = {n}_table + 32; s->next = &{n}_list[(k + 1) % 3];\n\t}}\n\tfor (u k = 0; k < 256; k++) {n}_table[k / 4][k % 4] = k * x;\n}}"
        );
        c.Line(
            $"static u {n}_hash(void)\n{{\n\tu h = {n}_calls;\n\tfor (u k = 0; k < 3; k++) {{\n\t\tstruct {n}_s *s = &{n}_list[k];\n\t\th = h * 31 + s->v + (u)s->n * 3 + s->b + s->t * 7u + s->low * 11u + (u)s->high + (u)s->q + (u)s->c + (u)s->wide + (u)(long long)s->d;"
        );
        c.Line(
            $"\t\th = h * 31 + (u)((char *)s->w - {n}_bytes) + (u)(s->rows - {n}_table) + (u)(s->p - s->tab);\n\t\tfor (u j = 0; j < 4; j++) h = h * 31 + s->tab[j];\n\t}}\n\treturn h;\n}}"
        );
        c.Line($"static u {n}(u x, u y)\n{{\n\tu h = 1, i = x & 7;\n\t{n}_start(y);");
        for (int k = 0; k < c.Pick(8, 18); k++)
        {
            c.Line("\t" + Statement(c));
        }

        c.Line($"\treturn h * 31 + {n}_hash() + i;\n}}");
    }

    private static string Statement(ConstructText c)
    {
        string n = c.Name;
        string step = c.One("++", "--");
        return c.Pick(0, 11) switch
        {
            0 =>
                $"if (({Place(c)}){step} & 1 && {n}_find(i){c.One("->v", "->b", "->high")}++) h ^= {Effect(c)}; else h += 3;",
            1 => $"for (u k = 0; k < 3 && {n}_find(k)->v++ % 5; k++) h = h * 3 + {Effect(c)};",
            2 => $"do h++; while ({n}_find(h)->b-- & 1);",
            3 =>
                $"switch (({Place(c)}){step} & 3) {{ case 0: h++; break; case 1: case 2: h ^= {Effect(c)}; default: h += 9; }}",
            4 =>
                $"h += (u)((char *)({step}{n}_find({c.Value(1)})->w) - {n}_bytes); h ^= (u)((char *){n}_find(h)->w{step} - {n}_bytes);",
            5 =>
                $"h = h * 3 + (*{n}_find({c.Value(1)})->rows{step})[{c.Pick(0, 3)}]; h ^= (u)(({n}_find(i)->rows += {c.Pick(1, 3)}) - {n}_table);",
            6 => $"h ^= {Place(c)} ? {Effect(c)} : {Effect(c)};",
            7 => $"while ({n}_find(i)->low{step}) {{ h = h * 5 + 1; if (i++ > 20) break; }}",
            8 =>
                $"{n}_find({c.Value(1)})->d {c.One("+=", "-=", "=")} {c.Value(1)}; h += (u)(long long){n}_find(h)->d{step};",
            9 => $"{n}_find(x)->{c.One(Fields)} = ({n}_calls++, {Effect(c)});",
            _ => c.Chance(50) ? $"{Effect(c)};" : $"h {c.One("+=", "^=", "-=", "= h * 7 +")} {Effect(c)};",
        };
    }

    /// <summary>A place of an integer type, found with an effect.</summary>
    private static string Place(ConstructText c)
    {
        string field = c.One(Fields);
        string at = c.Value(1);
        return c.Pick(0, 7) switch
        {
            0 => $"{c.Name}_list[i++ % 3].{field}",
            1 => $"(*{c.Name}_find({at})).{field}",
            2 => $"{c.Name}_find({at})->tab[i++ & 3]",
            3 => $"*{c.Name}_slot({at})",
            4 => $"{c.Name}_find({at})->next->{field}",
            5 => $"*{c.Name}_find({at})->p",
            _ => $"{c.Name}_find({at})->{field}",
        };
    }

    /// <summary>An assignment or a step of a place, as a value of type u.</summary>
    private static string Effect(ConstructText c)
    {
        string place = Place(c);
        string value = c.Value(1);
        return c.Pick(0, 6) switch
        {
            0 => $"(u)(({place}){c.One("++", "--")})",
            1 => $"(u)({c.One("++", "--")}{place})",
            2 => $"(u)({place} {c.One("/=", "%=")} ({value} | 1))",
            3 => $"(u)({place} {c.One("<<=", ">>=")} ({value} & 7))",
            4 => $"(u)({place} = {value})",
            _ => $"(u)({place} {c.One("+=", "-=", "*=", "^=", "|=", "&=")} {value})",
        };
    }
}
