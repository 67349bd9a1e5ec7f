namespace Porting.Campaigns;

/// <summary>_Atomic objects of all widths by operators, the builtins of both families and the functions of stdatomic.h,
/// with the values of the operations wanted or not; atomic pointers and structs.</summary>
internal sealed class Atomics : IConstruct
{
    private static readonly string[] Types =
    [
        "unsigned char",
        "short",
        "int",
        "u",
        "unsigned long long",
        "long long",
        "signed char",
    ];

    public void Write(ConstructText c)
    {
        string n = c.Name;
        string type = c.One(Types);
        string raw = c.One(Types);
        c.Line(
            $"static _Atomic {c.One(Types)} {n}_a = {c.Pick(0, 100)};\nstatic _Atomic({type}) {n}_b;\nstatic {raw} {n}_raw = {c.Pick(0, 100)};\nstatic atomic_flag {n}_flag = ATOMIC_FLAG_INIT;\nstatic u {n}_words[16], *_Atomic {n}_p = {n}_words + 8;\nstruct {n}_s {{ short a; {c.One("short b", "unsigned char b[2]", "short b; u c")}; }};\nstatic _Atomic(struct {n}_s) {n}_s;"
        );
        c.Line(
            $"static u {n}(u x, u y)\n{{\n\tu h = 1;\n\t_Atomic {c.One(Types)} a = {c.One("x & 63", "7")};\n\t{raw} old = 3;\n\t{type} seen = 5;\n\tatomic_store(&{n}_p, {n}_words + 8);"
        );
        for (int i = 0; i < c.Pick(6, 14); i++)
        {
            string place = c.One("a", $"{n}_a", $"{n}_b");
            c.Line("\t" + Statement(c, place));
        }

        c.Line(
            $"\tfor (u k = 0; k < 16; k++) h = h * 3 + {n}_words[k];\n\treturn h + (u)a + (u){n}_a * 3 + (u){n}_b * 5 + (u){n}_raw * 7 + (u)old + (u)seen + (u)({n}_p - {n}_words);\n}}"
        );
    }

    private static string Statement(ConstructText c, string place)
    {
        string n = c.Name;
        string order = c.One("__ATOMIC_SEQ_CST", "__ATOMIC_RELAXED", "__ATOMIC_ACQ_REL");
        return c.Pick(0, 14) switch
        {
            0 => $"{place} {c.One("+=", "-=", "^=", "|=", "&=", "*=", "<<=")} {c.One("3", "x & 7", "(h & 3)")};",
            1 => $"h = h * 3 + (u)({place} {c.One("+=", "-=", "^=", "|=", "*=", "=")} {c.One("3", "x", "(h & 31)")});",
            2 => $"h += (u){place}++ + (u)(x & 1 ? 1 : {n}_raw);",
            3 => $"h ^= (u)({c.One("++", "--")}{place}); {place}{c.One("++", "--")};",
            4 =>
                $"h = h * 5 + (u)atomic_fetch_{c.One("add", "sub", "or", "and", "xor")}(&{place}, {c.One("3", "x", "y & 63")});",
            5 =>
                $"h += (u)atomic_exchange(&{place}, {c.Value(0)}); atomic_store_explicit(&{n}_b, {c.Value(0)}, memory_order_release); h ^= (u)atomic_load_explicit(&{place}, memory_order_acquire);",
            6 =>
                $"if (atomic_compare_exchange_strong(&{n}_b, &seen, {c.One("9", "x & 7", "seen + 1")})) h++; else h = h * 3 + (u)seen;",
            7 =>
                $"h = h * 7 + (u)__atomic_{c.One("fetch_add", "fetch_sub", "fetch_or", "fetch_nand", "add_fetch", "xor_fetch", "and_fetch", "nand_fetch", "exchange_n")}(&{n}_raw, {c.One("3", "x & 63", "y & 31")}, {order});",
            8 =>
                $"h += (u)__sync_{c.One("fetch_and_add", "fetch_and_or", "sub_and_fetch", "xor_and_fetch", "fetch_and_nand", "lock_test_and_set")}(&{n}_raw, {c.One("3", "x & 15")});",
            9 =>
                $"if (__atomic_compare_exchange_n(&{n}_raw, &old, {c.One("7", "x & 3")}, 0, __ATOMIC_SEQ_CST, __ATOMIC_RELAXED)) h++; h += (u)old;",
            10 =>
                $"h += (u)__sync_{c.One("bool", "val")}_compare_and_swap(&{n}_raw, {c.One("old", "7")}, {c.One("x & 7", "9")}); __sync_synchronize();",
            11 => $"h = h * 3 + atomic_flag_test_and_set(&{n}_flag); if (h & 1) atomic_flag_clear(&{n}_flag);",
            12 =>
                $"*{n}_p{c.One("++", "--")} = h; h += (u)(({n}_p = {n}_p + 1) - {n}_words) + (u)(++{n}_p - {n}_words); {n}_p = {n}_words + ({c.Value(0)} & 7) + 2;",
            13 =>
                $"{{ struct {n}_s v = {n}_s; v.a += 3; h += (u)v.a; {n}_s = v; v = atomic_exchange(&{n}_s, (struct {n}_s){{ .a = (short)h }}); h ^= (u)v.a; }}",
            _ =>
                $"h += {place} > {c.One("3", $"{n}_a", "-1")} ? (u){place} : 2u; while ({place} & {c.One("3", "1")}) {place}--;",
        };
    }
}
