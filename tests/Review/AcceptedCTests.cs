using Porting.Clang.Parse;
using Xunit;

namespace Porting.Review.Tests;

public sealed class AcceptedCTests
{
    private static readonly DefinitionPart Text = new(
        PartKind.Text,
        "f",
        "a.c",
        "0000000000000001",
        "int f(void)\n{\n}"
    );
    private static readonly DefinitionPart Macro = new(PartKind.Macro, "M", "a.h", "0000000000000002", "#define M 1");
    private static readonly DefinitionPart Layout = new(
        PartKind.Layout,
        "struct 1 in struct s",
        "",
        "0000000000000003",
        "struct s {\n}"
    );

    /// <summary>Among the parts' texts are lines that look like those between parts.</summary>
    [Fact]
    public void What_is_written_is_read_again()
    {
        DefinitionPart sly = new(
            PartKind.Inline,
            "g",
            "<x.h>",
            "000000000000000a",
            "//: macro M (a.h) 0000000000000002"
        );
        AcceptedC accepted = new([Macro, sly, Layout, Text]);
        AcceptedC read = AcceptedC.Read(accepted.Write("of a test"));
        Assert.Equal([Text, Macro, Layout, sly with { Text = " " + sly.Text }], read.Parts);
        Assert.Equal(accepted.Hash, read.Hash);
        Assert.Equal(accepted.Write("of a test"), new AcceptedC([Text, Layout, sly, Macro]).Write("of a test"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("int f(void)\n{\n}\n")]
    [InlineData("//: something f (a.c) 0000000000000001\nint f;\n")]
    public void Anything_else_has_no_parts(string file) => Assert.Empty(AcceptedC.Read(file).Parts);

    [Fact]
    public void Changes_name_their_part_and_show_its_C()
    {
        AcceptedC before = new([Text, Macro]);
        AcceptedC now = new([
            Text with
            {
                Text = "int f(void) { }",
            },
            Macro with
            {
                Hash = "00",
                Text = "#define M 2",
            },
            Layout,
        ]);
        Assert.Equal(
            ["macro M (a.h) changed", "layout of struct 1 in struct s is new"],
            before.ChangesTo(now).Select(c => c.Words)
        );
        Assert.Equal(
            ["layout of struct 1 in struct s is used no more"],
            now.ChangesTo(new AcceptedC([Text, Macro with { Hash = "00" }])).Select(c => c.Words)
        );
        Assert.Equal(
            "--- a.h as accepted\n+++ a.h now\n@@ -1,1 +1,1 @@\n-#define M 1\n+#define M 2\n",
            before.ChangesTo(now)[0].Difference
        );
        Assert.NotEqual(before.Hash, now.Hash);
        Assert.Equal(before.Hash, new AcceptedC([Text with { Text = "int f(void) { }" }, Macro]).Hash);
    }

    [Fact]
    public void A_typedef_more_or_less_is_no_change()
    {
        DefinitionPart typedef = new(PartKind.Typedef, "t", "a.h", "0000000000000004", "typedef int t");
        Assert.Empty(new AcceptedC([Text]).ChangesTo(new AcceptedC([Text, typedef])));
        Assert.Empty(new AcceptedC([Text, typedef]).ChangesTo(new AcceptedC([Text])));
        Assert.Single(new AcceptedC([Text, typedef]).ChangesTo(new AcceptedC([Text, typedef with { Hash = "00" }])));
    }
}
