using Xunit;

namespace Porting.Review.Tests;

public class HtmlReportTests
{
    private static readonly ReviewModel Model = new(
        "Port of mach",
        [
            new(
                "vm_page_grab",
                "vm/vm_resident.c",
                10,
                "vm_page_t\nvm_page_grab(void)\n{ return a < b && c > d; }",
                "kernel-handwritten/Vm/VmResident.cs",
                5,
                "vm_page* vm_page_grab() => null;",
                FunctionState.Stale,
                "--- a\n+++ b\n-old <x>\n+new\n"
            ),
            new(
                "queue_init",
                "kern/queue.c",
                3,
                "void queue_init(q) {}",
                "kernel-generated/kern/queue.g.cs",
                7,
                "void queue_init() { }",
                FunctionState.Generated,
                ""
            ),
        ]
    );

    [Fact]
    public void There_is_an_index_and_a_page_per_file() =>
        Assert.Equal(["index.html", "kern.queue.c.html", "vm.vm_resident.c.html"], HtmlReport.Render(Model).Keys);

    [Fact]
    public void The_index_counts_and_names_the_stale()
    {
        string index = HtmlReport.Render(Model)["index.html"];
        Assert.Contains("<b>2</b> functions", index);
        Assert.Contains("href=\"vm.vm_resident.c.html#vm_page_grab\"", index);
        Assert.Contains("<ins>+new</ins>", index);
    }

    [Fact]
    public void Code_is_escaped()
    {
        IReadOnlyDictionary<string, string> pages = HtmlReport.Render(Model);
        Assert.Contains("a &lt; b &amp;&amp; c &gt; d", pages["vm.vm_resident.c.html"]);
        Assert.Contains("<del>-old &lt;x&gt;</del>", pages["index.html"]);
    }

    [Fact]
    public void Lines_are_numbered_from_the_definition() =>
        Assert.Contains("<i>11</i>vm_page_grab(void)", HtmlReport.Render(Model)["vm.vm_resident.c.html"]);

    [Fact]
    public void Lines_stand_at_the_height_of_the_C_that_they_came_from()
    {
        ReviewFunction function = new(
            "f",
            "a.c",
            10,
            "int f(int a)\n{\n if (a) return 1;\n return 2;\n}",
            "a.g.cs",
            20,
            "int f(int a)\n{\n  if (a != 0)\n  {\n    return 1;\n  }\n  return 2;\n}",
            FunctionState.Generated,
            ""
        )
        {
            Lines = [(20, 10), (22, 12), (24, 12), (26, 13)],
        };
        (List<string?> c, List<string?> cSharp) = LineAlignment.Of(function);
        Assert.Equal(["int f(int a)", "{", " if (a) return 1;", null, null, null, " return 2;", "}"], c);
        Assert.Equal(8, cSharp.Count);
        Assert.DoesNotContain(null, cSharp);
    }

    [Fact]
    public void Every_function_can_be_searched_for_on_the_index() =>
        Assert.Contains(
            "<li><a href=\"kern.queue.c.html#queue_init\">queue_init</a>",
            HtmlReport.Render(Model)["index.html"]
        );
}
