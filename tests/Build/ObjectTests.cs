using Porting.Backend;
using Porting.Backend.Il;
using Porting.Backend.Types;
using Porting.Build.Gates;
using Porting.Build.Image;
using Porting.Build.Link;
using Porting.Tests;

namespace Porting.Build.Tests;

/// <summary>The reader of images and the gates, on good input and on garbage.</summary>
public sealed class ObjectTests
{
    private static string Linked(ScratchFolder folder, string assembler)
    {
        string source = folder.Write("t.S", assembler);
        string script = folder.Write(
            "t.ld",
            "ENTRY(_start)\nSECTIONS { . = 0x100000; .text : { *(.text*) } .data : { *(.data*) } /DISCARD/ : { *(.note*) } }\n"
        );
        string output = folder.At("t.elf");
        Assert.Equal(0, ToolRunner.Run(Tool.Clang.Locate(), ["-m32", "-c", source, "-o", folder.At("t.o")]).ExitStatus);
        Linker.Link([folder.At("t.o")], new LinkStep(script, folder.Path, []), output);
        return output;
    }

    [Fact]
    public void An_image_has_its_sections_and_symbols()
    {
        using ScratchFolder folder = new();
        ElfImage image = ElfImage.Read(
            Linked(folder, ".globl _start\n.type _start, @function\n_start: ret\n.data\nx: .long 7\n")
        );
        Assert.Equal(0x100000u, image.Entry);
        Assert.Contains(image.Symbols, s => s is { Name: "_start", Address: 0x100000 });
        Assert.Contains(image.Sections, s => s is { Name: ".text", IsExecutable: true });
        Assert.Equal([7, 0, 0, 0], image.Contents(image.Sections.First(s => s.Name == ".data")).ToArray());
    }

    /// <summary>Whenever it is made; its dates have a resolution of a second.</summary>
    [Fact]
    public void A_CD_of_the_same_kernel_is_the_same()
    {
        using ScratchFolder folder = new();
        string kernel = Linked(folder, ".globl _start\n_start: ret\n.data\nx: .long 7\n");
        GrubIso.Write(kernel, "kernel", folder.At("first.iso"));
        Thread.Sleep(1100);
        GrubIso.Write(kernel, "kernel", folder.At("second.iso"));
        Assert.Equal(File.ReadAllBytes(folder.At("first.iso")), File.ReadAllBytes(folder.At("second.iso")));
    }

    [Fact]
    public void The_gate_names_the_function_that_uses_an_SSE_register()
    {
        using ScratchFolder folder = new();
        ElfImage image = ElfImage.Read(
            Linked(
                folder,
                ".globl _start, good, bad\n_start: ret\ngood: movl %eax, %ebx\n ret\nbad: nop\n movups (%eax), %xmm1\n ret\n"
            )
        );
        PortDiagnostic found = Assert.Single(VectorRegisterGate.Check(image));
        Assert.Equal("PORT6030", found.Code);
        Assert.Contains("function 'bad'", found.Message);
    }

    [Fact]
    public void Undefined_and_doubly_defined_symbols_are_named()
    {
        using ScratchFolder folder = new();
        PortException undefined = Assert.Throws<PortException>(() =>
            Linked(folder, ".globl _start\n_start: call nowhere\n movl other, %eax\n")
        );
        Assert.Equal(["PORT6001", "PORT6001"], undefined.Diagnostics.Select(d => d.Code));
        Assert.Contains("'nowhere'", undefined.Message);
        Assert.Contains("'other'", undefined.Message);
        Assert.False(File.Exists(folder.At("t.elf")));

        string again = folder.Write("u.S", ".globl _start\n_start: ret\n");
        ToolRunner.Run(Tool.Clang.Locate(), ["-m32", "-c", again, "-o", folder.At("u.o")]);
        folder.Write("t.S", ".globl _start\n_start: ret\n");
        ToolRunner.Run(Tool.Clang.Locate(), ["-m32", "-c", folder.At("t.S"), "-o", folder.At("t.o")]);
        PortException twice = Assert.Throws<PortException>(() =>
            Linker.Link(
                [folder.At("t.o"), folder.At("u.o")],
                new LinkStep(folder.At("t.ld"), folder.Path, []),
                folder.At("t.elf")
            )
        );
        Assert.Equal("PORT6002", Assert.Single(twice.Diagnostics).Code);
        Assert.Contains("symbol '_start' is defined twice", twice.Message);
        Assert.Equal(
            "PORT6003",
            CodeOf(() =>
                Linker.Link(
                    [folder.At("t.o")],
                    new LinkStep(folder.At("no-such.ld"), folder.Path, []),
                    folder.At("t.elf")
                )
            )
        );
    }

    [Fact]
    public void Garbage_is_not_an_image()
    {
        Random random = new(1);
        for (int length = 0; length < 200; length++)
        {
            byte[] bytes = new byte[length];
            random.NextBytes(bytes);
            Assert.Equal("PORT6014", CodeOf(() => ElfImage.Parse(bytes, "garbage")));
        }
    }

    [Fact]
    public void The_layout_gate_names_struct_field_and_offsets()
    {
        using IlAssembly assembly = new(File.ReadAllBytes(Repository.At("artifacts/port/kernel.dll")));
        Layouts own = new(new Target("i686-pc-linux-gnu", "e-m:e-p:32:32", "", [], 4, true, true));
        IReadOnlyList<StructLayout> layouts = LayoutGate.Read(Repository.At("artifacts/facts/layouts.json"));
        Assert.Empty(LayoutGate.Check(assembly, own, layouts, out int compared));
        Assert.Equal(layouts.Count, compared);

        StructLayout page = layouts.First(l => l.Name == "vm_page");
        StructLayout wrong = page with
        {
            Size = page.Size + 4,
            Fields = new Dictionary<string, uint> { ["phys_addr"] = 4 },
        };
        PortDiagnostic[] found = [.. LayoutGate.Check(assembly, own, [wrong], out _)];
        Assert.Equal(["PORT6031", "PORT6031"], found.Select(d => d.Code));
        Assert.Contains("field 'phys_addr' of struct 'vm_page' is at offset", found[1].Message);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("{\"s\":{\"size\":4}}")]
    public void A_broken_table_of_layouts_is_refused(string text)
    {
        using ScratchFolder folder = new();
        Assert.Equal("PORT5041", CodeOf(() => LayoutGate.Read(folder.Write("layouts.json", text))));
    }

    private static string CodeOf(Action action) => Assert.Single(Assert.Throws<PortException>(action).Diagnostics).Code;
}
