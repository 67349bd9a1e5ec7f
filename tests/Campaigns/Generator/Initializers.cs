namespace Porting.Campaigns;

/// <summary>Nested and designated initialisers, overridden ones, ranges; addresses of objects and functions in static
/// data; compound literals; flexible array members.</summary>
internal sealed class Initializers : IConstruct
{
    public void Write(ConstructText c)
    {
        int rows = c.Pick(2, 4);
        int columns = c.Pick(2, 5);
        string n = c.Name;
        c.Line(
            $"struct {n}_in {{ {c.One("char", "short", "u", "long long")} a; u b[{columns}]; }};\nstruct {n}_s {{ struct {n}_in in[{rows}]; {c.One("float", "double", "unsigned char", "short")} k; union {{ u w; unsigned char bytes[4]; }}; const char *text; u (*f)(u); const u *p; }};"
        );
        c.Line(
            $"static u {n}_twice(u x) {{ return x * 2 + 1; }}\nstatic u {n}_neg(u x) {{ return -x; }}\nstatic const u {n}_data[6] = {{ [5] = 3, [1 ... 3] = {c.Pick(1, 99)}, [2] = 8 }};"
        );
        c.Line(
            $"static struct {n}_s {n}_g = {{ .in[{rows - 1}] = {{ {c.Pick(0, 100)}, {{ [{columns - 1}] = {c.Pick(0, 9)} }} }}, .in[0].b = {{ 1, 2 }}, .k = {c.Pick(0, 99)}, .bytes = {{ 1, {c.Pick(0, 255)} }}, \"text\" \"{c.Pick(0, 99)}\", .f = {n}_twice, .p = &{n}_data[{c.Pick(0, 5)}] }};"
        );
        c.Line(
            $"static struct {n}_s *{n}_all[] = {{ &{n}_g, [2] = &(struct {n}_s){{ .f = {n}_neg, .p = {n}_data + {c.Pick(0, 5)}, .text = \"lit\", .w = {c.Pick(1, 9999)} }}, 0 }};"
        );
        c.Line(
            $"struct {n}_flex {{ u count; {c.One("unsigned char", "short", "long long", "u")} tail[]; }};\nstatic struct {n}_flex {n}_fixed = {{ 3, {{ 5, {c.Pick(0, 99)}, 7 }} }};"
        );
        c.Line(
            $"static u {n}_hash(const struct {n}_s *s) {{ u h = s->w + (u)s->k; for (u i = 0; i < {rows}; i++) {{ h = h * 5 + (u)s->in[i].a; for (u j = 0; j < {columns}; j++) h = h * 3 + s->in[i].b[j]; }} for (const char *t = s->text; t && *t; t++) h += (u)*t; return s->f ? s->f(h) + (s->p ? *s->p : 7) : h; }}"
        );
        c.Line(
            $"static u {n}(u x, u y)\n{{\n\tu h = 0;\n\tstruct {n}_s a = {{ {{ {{ x & 63, {{ y, [{columns - 1}] = x }} }}, [{rows - 1}].b[1] = {c.Value(1)} }}, .w = y, .text = x & 1 ? \"odd\" : \"even\", .f = (u (*[])(u)){{ {n}_twice, {n}_neg }}[y & 1] }};"
        );
        c.Line(
            $"\tfor (u i = 0; i < sizeof {n}_all / sizeof *{n}_all; i++) if ({n}_all[i]) h = h * 7 + {n}_hash({n}_all[i]);"
        );
        c.Line(
            $"\th += {n}_hash(&(struct {n}_s){{ .in = {{ {{ .b = {{ x, y }} }} }}, .k = (x & 31) }}) + ((u[]){{ x, y, h }})[h % 3] + *(&(u){{ {c.Value(1)} }});"
        );
        c.Line(
            $"\tstruct {n}_flex *f = malloc(sizeof *f + 5 * sizeof f->tail[0]); f->count = 5; for (u i = 0; i < f->count; i++) f->tail[i] = x * i + y; for (u i = 0; i < 5; i++) h = h * 3 + (u)f->tail[i]; free(f);"
        );
        c.Line(
            $"\tfor (u i = 0; i < {n}_fixed.count; i++) h ^= (u){n}_fixed.tail[i] << i;\n\tstruct {n}_s copy; copy = a; a = (struct {n}_s){{ 0 }};\n\treturn h + {n}_hash(&copy) + {n}_hash(&a);\n}}"
        );
    }
}
