namespace Porting.Campaigns;

/// <summary>
/// What systems code says in GNU C and C11 beyond plain statements: choices by type, clean-ups, typeof, compound
/// literals, anonymous members, switches on 64 bits with ranges, aliases, weak functions, constructors, static locals,
/// statement expressions that are left by jumps, builtins, strings of all widths.
/// </summary>
internal sealed class Idioms : IConstruct
{
    public void Write(ConstructText c)
    {
        string n = c.Name;
        c.Line(
            $"static u {n}_left;\nstatic void {n}_leave(u *p) {{ {n}_left = {n}_left * 3 + *p; }}\n#define {n}_kind(v) _Generic((v), char: 1, signed char: 2, short: 3, int: 4, u: 5, long long: 6, unsigned long long: 7, double: 8, float: 9, char *: 10, const char *: 11, u *: 12, struct {n}_s: 13, default: 14)\n#define {n}_max(a, b) ({{ __auto_type left = (a); __typeof__(b) right = (b); left > right ? left : right; }})"
        );
        c.Line(
            $"struct {n}_s {{ u first; union {{ u whole; struct {{ unsigned short lower, upper; }}; unsigned char part[4]; }}; _Alignas({c.One("8", "16")}) {c.One("char", "short")} aligned; struct {{ u deep : {c.Pick(2, 9)}; u : 0; u after; }} named; }};\n_Static_assert(sizeof(struct {n}_s) % _Alignof(struct {n}_s) == 0, \"size\");"
        );
        c.Line(
            $"u {n}_real(u x) {{ return x * {c.Pick(3, 99)}; }}\nu {n}_other(u x) __attribute__((alias(\"{n}_real\")));\n__attribute__((weak)) u {n}_weak(u x) {{ return x + {c.Pick(1, 9)}; }}\nextern u {n}_missing(u) __attribute__((weak));\nstatic u {n}_early;\n__attribute__((constructor)) static void {n}_begin(void) {{ {n}_early = {c.Pick(1, 99)}; }}\nstatic _Thread_local u {n}_own = {c.Pick(1, 99)};"
        );
        c.Line(
            $"static u {n}_pick(const u *list, u count) {{ u h = count; while (count--) h = h * 3 + list[count]; return h; }}\nstatic inline __attribute__((always_inline)) struct {n}_s {n}_make(u x) {{ return (struct {n}_s){{ x, .upper = (unsigned short)x, .named = {{ .after = x }}, .aligned = 3 }}; }}"
        );
        c.Line(
            $"static u {n}_counted(u x) {{ static u calls = {c.Pick(1, 9)}, list[3] = {{ [1] = 5 }}; list[x % 3] += ++calls; return list[0] * 3 + list[1] + calls; }}"
        );
        c.Line(
            $"static u {n}(u x, u y)\n{{\n\tu h = 1;\n\tchar c = (char)x;\n\tlong long q = (long long)x * (int)y;\n\tstruct {n}_s s = {n}_make(x), *p = &(struct {n}_s){{ .first = y, .part = {{ 1, 2 }} }};"
        );
        for (int i = 0; i < c.Pick(7, 14); i++)
        {
            c.Line("\t" + Statement(c));
        }

        c.Line(
            $"\treturn h + s.first + s.whole + s.upper * 3u + p->whole + s.named.deep + s.named.after + {n}_left + {n}_own + {n}_early + (u)c;\n}}"
        );
    }

    private static string Statement(ConstructText c)
    {
        string n = c.Name;
        string value = c.Value(1);
        int low = c.Pick(-20, 5);
        return c.Pick(0, 19) switch
        {
            0 =>
                $"h = h * 17 + {n}_kind({c.One("c", "h", "q", "+c", "s", "*p", "&h", "1.0", "1.0f", "'a'", "(short)x", "\"text\"", "x ? c : q", "p", "(char)1", "q + 1ull", "sizeof h", "!c")});",
            1 =>
                $"{{ u guard __attribute__((cleanup({n}_leave))) = {value}; if (guard & 1) {{ u inner __attribute__((cleanup({n}_leave))) = guard >> 1; h += inner; }} h ^= guard; }}",
            2 =>
                $"for (u k = 0; k < 3; k++) {{ u guard __attribute__((cleanup({n}_leave))) = k + h; if (guard & 2) continue; if (guard & 8) break; h += guard; }}",
            3 => $"h += (u){n}_max({c.One("x", "h", "q", "c")}, {c.One("y", "3u", "h", "q")});",
            4 =>
                $"switch ({c.One("q", "(long long)h << 30", "(unsigned long long)x << 33 | y", "q % 64")}) {{ case {low} ... {low + c.Pick(0, 30)}: h++; break; case 1ll << 33: case 0x7fffffff0ll ... 0x8000000ffll: h += 3; break; default: h = h * 3; case 1ll << 40: h ^= 5; }}",
            5 =>
                $"h ^= {n}_pick((u[]){{ x, y, {value} }}, {c.Pick(1, 3)}) + {n}_pick((const u[4]){{ [{c.Pick(0, 3)}] = h }}, 4);",
            6 =>
                $"s.{c.One("whole", "lower", "upper", "part[1]", "part[3]", "named.deep", "named.after", "aligned")} {c.One("=", "+=", "^=")} {value};",
            7 =>
                $"*p = {n}_make({value}); p->{c.One("lower", "upper", "named.deep")}{c.One("++", "--")}; {{ struct {n}_s copy = *p; s.named = copy.named; h += copy.whole; }}",
            8 => $"h += {n}_other({value}) - {n}_weak(h) + ({n}_missing ? {n}_missing(x) : 7);",
            9 => $"h = h * 3 + {n}_counted(x) + {n}_counted({value});",
            10 =>
                $"h += (u)__builtin_{c.One("popcount", "clz", "ctz", "ffs", "parity", "bswap32")}({value} | 1) + (u)__builtin_{c.One("popcountll", "clzll", "ctzll", "ffsll")}((unsigned long long)q | 1);",
            11 =>
                $"{{ int sum; u part; h += (u)__builtin_{c.One("add", "sub", "mul")}_overflow((int)x, {c.One("(int)y", "(int)h", "5")}, &sum) + (u)sum; if (__builtin_{c.One("add", "sub", "mul")}_overflow({value}, y, &part)) h ^= part; }}",
            12 => $"{{ __label__ out; h += ({{ u t = {value}; if (t & 1) goto out; t; }}); h ^= 9; out: h++; }}",
            13 =>
                $"{{ static const unsigned short text[] = u\"a\\u20acz\"; const int *wide = L\"w\\xe9\"; h += text[x % 4] + (u)wide[y % 3] + sizeof u8\"\\u00e9\" + (u)\"\\0\\x7f\\377abc\"[h % 6]; }}",
            14 =>
                $"h += __builtin_choose_expr(__builtin_types_compatible_p(__typeof__({c.One("h", "q", "c")}), u), {c.Pick(1, 9)}u, {c.Pick(10, 99)}u) + (u)__builtin_constant_p({c.One("3", "sizeof h")});",
            15 => $"{n}_own {c.One("+=", "^=", "*=")} {value}; {{ u *own = &{n}_own; h ^= *own; }}",
            16 =>
                $"if (__builtin_expect({value} & 1, 0)) h++; else h = (u)__builtin_abs((int)h >> 3) + __builtin_bswap32(h); h ^= __builtin_rotateleft32(h, {c.Pick(0, 31)});",
            17 =>
                $"{{ __typeof__(s) list[2] = {{ s, *p }}; __typeof__(&list[0]) at = list + (x & 1); h += at->whole + (u)(at == list); __typeof__(u (*)(u)) f = x & 2 ? {n}_real : &{n}_weak; h ^= (***f)(h); }}",
            18 => $"{{ __label__ again; u k = 0; again: h = h * 3 + k; if (k++ < {c.Pick(0, 4)}) goto again; }}",
            _ =>
                $"{{ _Bool flag = {value}; flag {c.One("^=", "+=", "|=", "&=")} {c.One("1", "h", "2")}; flag{c.One("++", "--")}; enum {{ local = {c.Pick(1, 99)}, {n}_next{c.Pick(0, 999999)} }} e = local; h += flag + (u)e; }}",
        };
    }
}
