namespace Porting.Campaigns;

/// <summary>Calls of the C library and back: qsort and bsearch with comparisons of ours, strings, memory, numbers out
/// of text, tables of functions.</summary>
internal sealed class Library : IConstruct
{
    public void Write(ConstructText c)
    {
        string n = c.Name;
        int count = c.Pick(3, 40);
        c.Line(
            $"struct {n}_r {{ {c.One("u", "unsigned char", "long long", "short")} key; {c.One("char", "double", "u")} extra; char name[{c.Pick(6, 20)}]; }};"
        );
        c.Line(
            $"static int {n}_byKey(const void *a, const void *b) {{ const struct {n}_r *l = a, *r = b; return l->key < r->key ? -1 : l->key > r->key; }}\nstatic int {n}_byName(const void *a, const void *b) {{ int d = strcmp(((const struct {n}_r *)a)->name, ((const struct {n}_r *)b)->name); return d ? d : {n}_byKey(a, b); }}"
        );
        c.Line($"static int (*const {n}_orders[])(const void *, const void *) = {{ {n}_byKey, {n}_byName }};");
        c.Line(
            $"static u {n}(u x, u y)\n{{\n\tu h = 0, state = x * 2 + 1;\n\tstatic struct {n}_r all[{count}];\n\tfor (int i = 0; i < {count}; i++) {{ state = state * 1103515245 + 12345; all[i].key = (state >> 16) & 1023; all[i].extra = (char)i; snprintf(all[i].name, sizeof all[i].name, \"%c%u\", 'a' + (int)(state >> 20 & 3), state >> 28); }}"
        );
        c.Line(
            $"\tqsort(all, {count}, sizeof *all, {n}_orders[y & 1]);\n\tfor (int i = 0; i < {count}; i++) h = h * 31 + (u)all[i].key + (u)all[i].name[0];\n\tqsort(all, {count}, sizeof *all, {n}_byKey);\n\tstruct {n}_r *found = bsearch(&all[{count / 2}], all, {count}, sizeof *all, {n}_byKey);\n\th += found ? (u)found->key : 1;"
        );
        c.Line(
            $"\tchar text[] = \"{c.One("one,two;three", "a b  c", "x=1;y=22,z")}\", *rest = text, *word;\n\twhile ((word = strsep(&rest, \",; \")) != NULL) {{ h = h * 7 + (u)strlen(word); for (char *p = word; *p; p++) *p = (char)toupper(*p), h += (u)*p; }}"
        );
        c.Line(
            $"\tchar buffer[64]; memset(buffer, {c.Pick(0, 255)}, sizeof buffer); memcpy(buffer, \"abcdef\", 7); memmove(buffer + 2, buffer, 7); h += (u)strtoul(\"{c.Pick(1, 9999)}zz\", &word, {c.One("10", "16", "0")}) + (u)*word + (u)memcmp(buffer, \"ababcd\", 6) * 0 + (u)(strchr(buffer, 'c') - buffer);"
        );
        c.Line(
            $"\tint a = 0; unsigned b = 0; char s[16] = \"\"; h += (u)sscanf(\"{c.Pick(-99, 99)} {c.Pick(0, 99)} word\", \"%d %u %15s\", &a, &b, s) + (u)a + b + (u)s[1] + (u)abs(a) + (u)atoi(\"{c.Pick(-99, 99)}\");"
        );
        c.Line("\treturn h + (u)(unsigned char)buffer[5];\n}");
    }
}
