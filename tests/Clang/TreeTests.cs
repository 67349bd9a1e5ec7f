using Porting.Clang.Ast;
using Xunit;

namespace Porting.Clang.Tests;

public class TreeTests
{
    [Fact]
    public void Implicit_conversions_are_nodes()
    {
        Parsed c = Parsed.Text("int f(unsigned char a, unsigned b) { return a + b; }");
        CastExpr outer = Assert.IsType<CastExpr>(c.Returned("f"));
        Assert.Equal((CastKind.IntegralCast, true), (outer.Kind, outer.IsImplicit));
        BinaryExpr sum = Assert.IsType<BinaryExpr>(outer.Operand);
        Assert.Equal(BuiltinKind.UInt, ((BuiltinType)sum.Type).Kind);
    }

    [Fact]
    public void Record_layout_is_the_targets()
    {
        RecordDecl r = Parsed
            .Text("struct s { char a; long long b; unsigned x:3, y:7; short z[3]; }; struct s v;")
            .Record("s");
        Assert.Equal((20L, 4), (r.Size, r.Align));
        Assert.Equal([0L, 32, 96, 99, 112], r.Fields.Select(f => f.BitOffset));
        Assert.Equal([-1, -1, 3, 7, -1], r.Fields.Select(f => f.BitWidth));
    }

    [Fact]
    public void Static_initialisers_are_memory()
    {
        VarDecl v = Parsed
            .Text(
                "int x[4]; void g(void); struct { char c; int *p; void (*f)(void); const char *s; unsigned b:4; } v = { 'a', &x[2], g, \"hi\" + 1, 9 };"
            )
            .Variable("v");
        Assert.Equal(20, v.Image!.Bytes.Length);
        Assert.Equal((byte)'a', v.Image.Bytes[0]);
        Assert.Equal(9, v.Image.Bytes[16]);
        Assert.Equal([(4, 8L), (8, 0L), (12, 1L)], v.Image.Relocations.Select(r => (r.Offset, r.Addend)));
        Assert.Equal(["x", "g"], v.Image.Relocations.Take(2).Select(r => r.Target!.Name));
        Assert.Equal("hi"u8.ToArray(), Assert.IsType<StringLiteral>(v.Image.Relocations[2].Literal).Bytes);
        Assert.Equal([".c", ".p", ".f", ".s", ".b"], v.Image.Scalars.Select(s => s.Path));
    }

    [Fact]
    public void Macro_names_are_kept_on_whole_expressions()
    {
        Parsed c = Parsed.Text(
            "#define PAGE_SIZE (1 << 12)\n#define ALIAS PAGE_SIZE\n#define INC(x) ((x) + 1)\nint f(void) { return PAGE_SIZE; } int g(void) { return ALIAS; } int h(void) { return INC(PAGE_SIZE); }"
        );
        Assert.Equal("PAGE_SIZE", c.Returned("f").MacroName);
        Assert.Equal("ALIAS", c.Returned("g").MacroName);
        Assert.Null(c.Returned("h").MacroName);
        Assert.Equal(4097, c.Returned("h").Constant!.Value.Bits);
    }

    [Fact]
    public void Macros_and_comments_of_the_file_arrive()
    {
        Parsed c = Parsed.Text("/* one */\n#define A 1\n#define F(x, y) ((x) + (y))\nint a; // two\n#undef A\n");
        Assert.Equal(["/* one */", "// two"], c.Good.Comments.Select(m => m.Text));
        Assert.Equal([CommentPlacement.Own, CommentPlacement.Trailing], c.Good.Comments.Select(m => m.Placement));
        Assert.Equal([("A", true), ("F", false)], c.Good.Macros.Select(m => (m.Name, m.IsRedefined)));
        Assert.Equal(["x", "y"], c.Good.Macros[1].Parameters!);
    }

    [Fact]
    public void Inline_assembly_arrives_whole()
    {
        Parsed c = Parsed.Text(
            "#define IN(p) ({ unsigned char v; __asm__ volatile(\"inb %w1, %b0\" : \"=a\" (v) : \"Nd\" (p) : \"memory\"); v; })\nint f(int p) { return IN(p); }"
        );
        StmtExpr block = (StmtExpr)((CastExpr)c.Returned("f")).Operand;
        AsmStmt assembly = block.Body.Body.OfType<AsmStmt>().Single();
        Assert.Equal(("inb %w1, %b0", true, true), (assembly.Template, assembly.IsVolatile, assembly.HasOperands));
        Assert.Equal(["=a", "Nd"], assembly.Outputs.Concat(assembly.Inputs).Select(o => o.Constraint));
        Assert.Equal(["memory"], assembly.Clobbers);
    }

    [Fact]
    public void Knr_definitions_and_storage_are_told()
    {
        Parsed c = Parsed.Text(
            "static int f(a, b) char a; int b; { static int n = 3; return a + b + n; } extern int e; int t; int d = 1;"
        );
        FunctionDecl f = c.Function("f");
        Assert.True(f.IsKnr);
        Assert.Equal(Linkage.Internal, f.Linkage);
        VarDecl n = (VarDecl)((DeclStmt)f.Body!.Body[0]).Decls[0];
        Assert.True(n.IsStaticLocal);
        Assert.Same(f, n.Parent);
        Assert.Equal(
            [VarDefinition.Declaration, VarDefinition.Tentative, VarDefinition.Definition],
            new[] { "e", "t", "d" }.Select(v => c.Variable(v).Definition)
        );
    }

    [Fact]
    public void Semantic_initialisers_have_every_field()
    {
        Parsed c = Parsed.Text("struct s { int a, b[3]; }; int f(void) { struct s v = { .b[1] = 5 }; return v.a; }");
        VarDecl v = (VarDecl)((DeclStmt)c.Function("f").Body!.Body[0]).Decls[0];
        InitListExpr list = Assert.IsType<InitListExpr>(v.Initializer);
        Assert.Equal(["a", "b"], list.Fields.Select(f => f.Name));
        Assert.IsType<ImplicitValueInitExpr>(list.Elements[0]);
    }

    [Fact]
    public void Labels_switches_and_ranges()
    {
        Parsed c = Parsed.Text(
            "int f(int x) { static void *t[] = { &&a, &&b }; switch (x) { case 1 ... 5: goto *t[x]; default: ; } a: return 1; b: return 2; }"
        );
        SwitchStmt s = c.Function("f").Body!.Body.OfType<SwitchStmt>().Single();
        CaseStmt range = (CaseStmt)((CompoundStmt)s.Body).Body[0];
        Assert.Equal((1L, 5L), (range.LowValue, range.HighValue));
        Assert.IsType<IndirectGotoStmt>(range.Body);
        VarDecl t = (VarDecl)((DeclStmt)c.Function("f").Body!.Body[0]).Decls[0];
        Assert.Equal(["a", "b"], t.Image!.Relocations.Select(r => r.Label!.Name));
    }

    [Fact]
    public void Deep_expressions_do_not_overflow()
    {
        string sum = string.Concat(Enumerable.Repeat("(1+", 5000)) + "x" + new string(')', 5000);
        Assert.NotNull(Parsed.Text($"int f(int x) {{ return {sum}; }}", "-fbracket-depth=100000").Good);
    }
}
