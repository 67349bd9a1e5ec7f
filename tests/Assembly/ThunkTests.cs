using Porting.Clang.Ast;
using Porting.Translator.Assembly;
using Xunit;
using static Porting.Assembly.Tests.Machine;

namespace Porting.Assembly.Tests;

/// <summary>C calls the thunk; the other side is an assembler function that records what arrives by the managed
/// convention.</summary>
public class ThunkTests
{
    /// <summary>Records ECX, EDX and N stack words, pops them, returns 64 bits.</summary>
    private static string Target(int stackBytes) =>
        $"""
                .globl f.m
            f.m:
                movl %ecx, seen
                movl %edx, seen+4
                pushl %esi
                pushl %edi
                leal 12(%esp), %esi
                movl $seen+8, %edi
                movl ${stackBytes / 4}, %ecx
                rep movsl
                popl %edi
                popl %esi
                movl $0x55667788, %eax
                movl $0x11223344, %edx
                ret ${stackBytes}
                .data
                .globl seen
            seen: .skip 64
                .section .note.GNU-stack,"",@progbits

            """;

    private static string Run(
        CType[] parameters,
        CType result,
        bool isVariadic,
        int stackBytes,
        string prototype,
        string call
    )
    {
        string driver = $$"""
            #include <stdio.h>
            extern unsigned seen[16];
            {{prototype}}
            int main(void) {
                unsigned long long r = {{call}};
                printf("%llx", r);
                for (int i = 0; i < {{2 + stackBytes / 4}}; i++) printf(" %x", seen[i]);
                return 0;
            }
            """;
        return Execute(
            driver,
            "\t.text\n"
                + ThunkWriter.Write("f", "f.m", parameters, result, isVariadic, SourceLocation.None)
                + Target(stackBytes)
        );
    }

    [Fact]
    public void Two_words_go_to_registers() =>
        Assert.Equal("55667788 1 2", Run([UInt, UInt], UInt, false, 0, "unsigned f(unsigned, unsigned);", "f(1, 2)"));

    [Fact]
    public void The_rest_is_pushed_left_to_right() =>
        Assert.Equal(
            "55667788 1 2 5 4 3",
            Run(
                [UInt, UInt, UInt, UInt, UInt],
                UInt,
                false,
                12,
                "unsigned f(unsigned, unsigned, unsigned, unsigned, unsigned);",
                "f(1, 2, 3, 4, 5)"
            )
        );

    [Fact]
    public void Longs_go_to_the_stack_and_come_back_in_a_pair() =>
        Assert.Equal(
            "1122334455667788 1 2 cccc dddd",
            Run(
                [UInt, ULongLong, UInt],
                ULongLong,
                false,
                8,
                "unsigned long long f(unsigned, unsigned long long, unsigned);",
                "f(1, 0xdddd0000ccccull, 2)"
            )
        );

    [Fact]
    public void Variable_arguments_arrive_as_an_address()
    {
        // The driver's own check: EDX points at 10, 20 on the C stack.
        string driver = """
            #include <stdio.h>
            int f(const char *, ...);
            int main(void) { printf("%d", f("x", 10, 20)); return 0; }
            """;
        string target =
            "\t.globl f.m\nf.m:\n\tmovl (%edx), %eax\n\taddl 4(%edx), %eax\n\tret\n\t.section .note.GNU-stack,\"\",@progbits\n";
        Assert.Equal(
            "30",
            Execute(
                driver,
                "\t.text\n" + ThunkWriter.Write("f", "f.m", [UInt], Int, true, SourceLocation.None) + target
            )
        );
    }

    private static RecordType Struct(int size) =>
        new()
        {
            Decl = new RecordDecl
            {
                Id = 1,
                Name = "s",
                Span = Here,
            },
            Size = size,
            Align = 4,
        };

    [Fact]
    public void Structs_arrive_as_addresses_and_leave_by_one()
    {
        // The managed side gets the result's address in ECX and the argument's in EDX.
        string driver = """
            #include <stdio.h>
            struct s { int a, b, c; };
            struct s f(struct s, int);
            int main(void) { struct s v = { 1, 20, 300 }; struct s r = f(v, 4000); printf("%d %d %d", r.a, r.b, r.c); return 0; }
            """;
        string target = """
                .globl f.m
            f.m:
                movl (%edx), %eax
                addl 4(%edx), %eax
                addl 8(%edx), %eax
                movl %eax, (%ecx)
                movl 4(%esp), %eax
                movl %eax, 4(%ecx)
                movl $7, 8(%ecx)
                ret $4
                .section .note.GNU-stack,"",@progbits

            """;
        Assert.Equal(
            "321 4000 7",
            Execute(
                driver,
                "\t.text\n"
                    + ThunkWriter.Write("f", "f.m", [Struct(12), Int], Struct(12), false, SourceLocation.None)
                    + target
            )
        );
    }

    [Fact]
    public void Vectors_by_value_are_refused() =>
        Assert.Throws<PortException>(() =>
            ThunkWriter.Write("f", "f.m", [new VectorType { Element = Int, Count = 4 }], Int, false, Here.Location)
        );
}
