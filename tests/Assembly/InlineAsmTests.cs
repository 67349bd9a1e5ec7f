using Porting.Clang.Ast;
using Xunit;
using static Porting.Assembly.Tests.Machine;

namespace Porting.Assembly.Tests;

/// <summary>Statements as kernels write them, run on the processor.</summary>
public class InlineAsmTests
{
    [Fact]
    public void Result_of_a_register_output() =>
        Assert.Equal(
            5ul,
            Run(Statement("bsfl %1, %0", [Operand("=r", Int)], [Operand("r", UInt)]), 0, 32).Result & 0xffffffff
        );

    [Fact]
    public void Memory_input_is_reached_through_its_address() =>
        Assert.Equal(
            77ul,
            Run(Statement("movl %1, %0", [Operand("=r", Int)], [Operand("m", Int)]), 0, 77).Result & 0xffffffff
        );

    [Fact]
    public void In_out_register_and_memory_exchange()
    {
        (ulong result, ulong[] cells) = Run(
            Statement("xchgl %0, %1", [Operand("+r", UInt), Operand("+m", UInt)], []),
            3,
            9
        );
        Assert.Equal((9ul, 3ul), (result & 0xffffffff, cells[1]));
    }

    [Fact]
    public void Fixed_registers_with_matching_constraints()
    {
        // 2^32 * 7 + 5 divided by 9: quotient in EAX is the result, remainder in EDX is stored.
        AsmStmt divide = Statement(
            "divl %4",
            [Operand("=a", UInt), Operand("=d", UInt)],
            [Operand("0", UInt), Operand("1", UInt), Operand("rm", UInt)]
        );
        (ulong result, ulong[] cells) = Run(divide, 0, 0, 5, 7, 9);
        ulong dividend = (7ul << 32) + 5;
        Assert.Equal((dividend / 9, dividend % 9), (result & 0xffffffff, cells[1]));
    }

    [Fact]
    public void Pair_output_and_pair_input()
    {
        Assert.Equal(
            0xfffffffful * 0xfffffff1ul,
            Run(
                Statement("mull %2", [Operand("=A", ULongLong)], [Operand("a", UInt), Operand("r", UInt)]),
                0,
                0xffffffff,
                0xfffffff1
            ).Result
        );
        Assert.Equal(
            0x123456789ul + 1,
            Run(
                Statement("addl $1, %%eax\n\tadcl $0, %%edx", [Operand("=A", ULongLong)], [Operand("0", ULongLong)]),
                0,
                0x123456789
            ).Result
        );
    }

    [Fact]
    public void Four_outputs_in_fixed_registers()
    {
        AsmStmt spread = Statement(
            "movl $1, %%eax\n\tmovl $2, %%ebx\n\tmovl $3, %%ecx\n\tmovl $4, %%edx",
            [Operand("=a", UInt), Operand("=b", UInt), Operand("=c", UInt), Operand("=d", UInt)],
            []
        );
        (ulong result, ulong[] cells) = Run(spread, 0, 0, 0, 0);
        Assert.Equal((1ul, 2ul, 3ul, 4ul), (result & 0xffffffff, cells[1], cells[2], cells[3]));
    }

    [Fact]
    public void Byte_result_is_extended_by_its_sign()
    {
        Assert.Equal(0xf0ul, Run(Statement("movb $0xf0, %b0", [Operand("=q", UChar)], []), 0).Result & 0xffffffff);
        Assert.Equal(
            0xfffffff0ul,
            Run(Statement("movb $0xf0, %b0", [Operand("=q", PlainChar)], []), 0).Result & 0xffffffff
        );
    }

    [Fact]
    public void Named_operands_immediates_and_widths()
    {
        AsmStmt mix = Statement(
            "movw %w[in], %w[out]\n\taddw %[add], %w[out]\n\txchgb %b[out], %h[out]",
            [Operand("=q", UShort, "out")],
            [Operand("q", UShort, "in"), Operand("i", Int, "add", 3)]
        );
        Assert.Equal(0x3714ul, Run(mix, 0, 0x1434, 3).Result & 0xffff);
    }

    [Fact]
    public void Port_number_is_immediate_only_in_range()
    {
        Assert.Contains(
            "inb\t$96".Replace('\t', ' '),
            Compile(Statement("inb %1, %0", [Operand("=a", UChar)], [Operand("Nd", UShort, "", 0x60)])).Function.Text
        );
        Assert.Contains(
            "inb %dx",
            Compile(Statement("inb %1, %0", [Operand("=a", UChar)], [Operand("Nd", UShort, "", 0x3f8)])).Function.Text
        );
    }

    [Fact]
    public void String_instruction_with_three_in_outs_moves_memory()
    {
        // Operands 0..2 are the registers; cells 3 and 4 are source and destination.
        AsmStmt copy = Statement(
            "movl %0, %%edi\n\tmovl %1, %%eax\n\tmovl (%%eax), %%eax\n\tstosl",
            [],
            [Operand("r", UInt), Operand("r", UInt)],
            "eax",
            "edi",
            "memory"
        );
        Assert.Empty(copy.Outputs);
        Assert.Contains("pushl\t%edi", Compile(copy).Function.Text);
    }

    [Fact]
    public void Clobbered_callee_saved_registers_are_kept() =>
        Assert.Equal(
            6ul,
            Run(
                Statement(
                    "movl %1, %%ebx\n\tmovl $0, %%esi\n\tmovl $0, %%ebp\n\tleal 1(%%ebx), %0",
                    [Operand("=r", UInt)],
                    [Operand("r", UInt)],
                    "ebx",
                    "esi",
                    "ebp"
                ),
                0,
                5
            ).Result & 0xffffffff
        );

    [Fact]
    public void Alternatives_choose_att() =>
        Assert.Equal(
            4ul,
            Run(Statement("{movl %1, %0|mov %0, %1}", [Operand("=r", UInt)], [Operand("r", UInt)]), 0, 4).Result
                & 0xffffffff
        );

    [Fact]
    public void Five_inputs_come_in_order()
    {
        AsmStmt sum = Statement(
            "movl %1, %0\n\tshll $4, %0\n\taddl %2, %0\n\tshll $4, %0\n\taddl %3, %0\n\tshll $4, %0\n\taddl %4, %0",
            [Operand("=&r", UInt)],
            [Operand("r", UInt), Operand("r", UInt), Operand("r", UInt), Operand("r", UInt)]
        );
        Assert.Equal(0x1234ul, Run(sum, 0, 1, 2, 3, 4).Result & 0xffffffff);
    }

    [Fact]
    public void Registers_run_out_only_without_sharing()
    {
        AsmOperand[] outputs = [Operand("=r", UInt), Operand("=r", UInt), Operand("=r", UInt)];
        AsmOperand[] inputs =
        [
            Operand("r", UInt),
            Operand("r", UInt),
            Operand("r", UInt),
            Operand("r", UInt),
            Operand("r", UInt),
        ];
        Compile(Statement("nop", outputs, inputs)); // eight operands, seven registers: inputs share with outputs
        Assert.Throws<PortException>(() =>
            Compile(Statement("nop", [Operand("=&r", UInt), Operand("=&r", UInt), Operand("=&r", UInt)], inputs))
        );
    }

    [Theory]
    [InlineData("=y")]
    [InlineData("=f")]
    [InlineData("=@ccq")]
    public void Unsupported_constraints_are_errors_at_the_statement(string constraint)
    {
        PortException refused = Assert.Throws<PortException>(() =>
            Compile(Statement("fld1", [Operand(constraint, DoubleType)], []))
        );
        Assert.Equal("t.c(1,1): error PORT3201", refused.Diagnostics[0].ToString()[..24]);
    }

    [Theory]
    [InlineData("movl %3, %0")]
    [InlineData("movl %[no], %0")]
    [InlineData("movl %")]
    [InlineData("movl %V0, %0")]
    public void Bad_templates_are_errors(string template) =>
        Assert.Throws<PortException>(() => Compile(Statement(template, [Operand("=r", Int)], [])));

    [Fact]
    public void Flags_are_outputs()
    {
        AsmStmt compare = Statement(
            "cmpl %3, %2",
            [Operand("=@ccb", Int), Operand("=@ccz", UChar)],
            [Operand("r", UInt), Operand("r", UInt)]
        );
        Assert.Equal((1ul, 0ul), Masked(Run(compare, 0, 0, 3, 7)));
        Assert.Equal((0ul, 1ul), Masked(Run(compare, 0, 0, 7, 7)));
        Assert.Equal((0ul, 0ul), Masked(Run(compare, 0, 0, 8, 7)));
    }

    private static (ulong, ulong) Masked((ulong Result, ulong[] Cells) run) =>
        (run.Result & 0xffffffff, run.Cells[1] & 0xff);

    /// <summary>The result is the number of the label: 0 where the template goes on.</summary>
    [Fact]
    public void Goto_gives_the_label_and_the_outputs()
    {
        AsmStmt Jump(string template) =>
            new()
            {
                Span = Here,
                Template = template,
                Outputs = [Operand("=r", UInt)],
                Inputs = [Operand("r", UInt)],
                Clobbers = [],
                HasOperands = true,
                Jumps = [To("less", 1), To("same", 2)],
            };
        AsmStmt jump = Jump("movl %1, %0\n\taddl $1, %0\n\tcmpl $5, %1\n\tjb %l[less]\n\tje %l3");
        Assert.Equal((1ul, 5ul), Goto(jump, 4));
        Assert.Equal((2ul, 6ul), Goto(jump, 5));
        Assert.Equal((0ul, 7ul), Goto(jump, 6));
        Assert.Throws<PortException>(() => Compile(Jump("jmp %l[nowhere]")));
        Assert.Throws<PortException>(() => Compile(Jump("jmp %l4")));
    }

    private static GotoStmt To(string name, int id) =>
        new()
        {
            Span = Here,
            Label = new LabelDecl
            {
                Id = id,
                Name = name,
                Span = Here,
            },
        };

    private static (ulong, ulong) Goto(AsmStmt jump, ulong input)
    {
        (ulong result, ulong[] cells) = Run(jump, 0, input);
        return (result & 0xffffffff, cells[0]);
    }
}
