using System.Diagnostics;
using Porting.Clang.Ast;
using Porting.Translator.Assembly;
using Porting.Translator.Names;

namespace Porting.Assembly.Tests;

/// <summary>
/// Runs assembler functions in the managed convention in a 32-bit Linux process: links them with a C driver whose
/// trampoline sets ECX, EDX and the stack as managed code would, and reads back the result and the memory that
/// addresses point at.
/// </summary>
internal static class Machine
{
    private static readonly SourceFile File = new() { Path = "t.c", AbsolutePath = "/t.c" };
    public static readonly Span Here = new(File, 0, 0, 1, 1, 1, false);
    public static readonly CType Int = new BuiltinType
    {
        Kind = BuiltinKind.Int,
        Spelling = "int",
        Size = 4,
        Align = 4,
    };
    public static readonly CType UInt = new BuiltinType
    {
        Kind = BuiltinKind.UInt,
        Spelling = "unsigned int",
        Size = 4,
        Align = 4,
    };
    public static readonly CType UChar = new BuiltinType
    {
        Kind = BuiltinKind.UChar,
        Spelling = "unsigned char",
        Size = 1,
        Align = 1,
    };
    public static readonly CType PlainChar = new BuiltinType
    {
        Kind = BuiltinKind.Char,
        Spelling = "char",
        Size = 1,
        Align = 1,
    };
    public static readonly CType UShort = new BuiltinType
    {
        Kind = BuiltinKind.UShort,
        Spelling = "unsigned short",
        Size = 2,
        Align = 2,
    };
    public static readonly CType ULongLong = new BuiltinType
    {
        Kind = BuiltinKind.ULongLong,
        Spelling = "unsigned long long",
        Size = 8,
        Align = 4,
    };
    public static readonly CType DoubleType = new BuiltinType
    {
        Kind = BuiltinKind.Double,
        Spelling = "double",
        Size = 8,
        Align = 4,
    };

    public static AsmOperand Operand(string constraint, CType type, string name = "", long? constant = null) =>
        new(
            name,
            constraint,
            new DeclRefExpr
            {
                Span = Here,
                Type = type,
                Decl = new ParameterDecl
                {
                    Id = 0,
                    Name = "x",
                    Span = Here,
                    Type = type,
                },
                Constant = constant is { } value ? new ConstantValue(false, value, 0) : null,
            }
        );

    public static AsmStmt Statement(
        string template,
        AsmOperand[] outputs,
        AsmOperand[] inputs,
        params string[] clobbers
    ) =>
        new()
        {
            Span = Here,
            Template = template,
            Outputs = outputs,
            Inputs = inputs,
            Clobbers = clobbers,
            HasOperands = true,
        };

    public static AsmResult Compile(AsmStmt statement) =>
        InlineAsmCompiler.Compile(statement, "asm.test", new AsmContext(_ => "int", d => d.Name));

    /// <summary>Runs the statement. Values gives each operand its value by index (outputs first); memory operands and
    /// stored outputs live in an array of 8-byte cells, of which the final contents come back.</summary>
    /// <returns>The result in EDX:EAX and the cells after the run.</returns>
    public static (ulong Result, ulong[] Cells) Run(AsmStmt statement, params ulong[] values)
    {
        AsmResult compiled = Compile(statement);
        List<string> registers = [];
        List<string> stack = [];
        int[] sizes = [.. statement.Outputs.Concat(statement.Inputs).Select(o => (int)o.Value.Type.Size)];
        foreach (AsmArgument argument in compiled.Passing)
        {
            string word =
                argument.Kind == AsmArgumentKind.InputValue
                    ? $"{(uint)values[argument.Index]}u"
                    : $"(unsigned)&cells[{argument.Index}]";
            if (argument.Kind == AsmArgumentKind.InputValue && sizes[argument.Index] == 8)
            {
                stack.Add($"{(uint)(values[argument.Index] >> 32)}u"); // pushed first, so it lies above the low half
                stack.Add(word);
            }
            else if (registers.Count < 2)
            {
                registers.Add(word);
            }
            else
            {
                stack.Add(word);
            }
        }

        string driver = $$"""
            #include <stdio.h>
            extern char function[] __asm__("asm.test");
            extern unsigned long long managed(void *f, unsigned ecx, unsigned edx, int n, unsigned *stack);
            unsigned long long cells[] = { {{string.Join(", ", values.Append(0ul).Select(v => v + "ull"))}} };
            int main(void) {
                unsigned stack[] = { {{string.Join(", ", stack.Append("0"))}} };
                printf("%llu\n", managed(function, {{registers.ElementAtOrDefault(0)
                ?? "0"}}, {{registers.ElementAtOrDefault(1) ?? "0"}}, {{stack.Count}}, stack));
                for (int i = 0; i < {{values.Length}}; i++) printf("%llu\n", cells[i]);
                return 0;
            }
            """;
        ulong[] printed =
        [
            .. Execute(driver, "\t.text\n" + compiled.Function.Text + Trampoline)
                .Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Select(ulong.Parse),
        ];
        return (printed[0], printed[1..]);
    }

    /// <summary>Checks on return that the callee popped its arguments and kept EBX, ESI, EDI and EBP; a breach is an
    /// invalid instruction.</summary>
    private const string Trampoline = """
            .globl managed
        managed:
            pushl %ebx; pushl %esi; pushl %edi; pushl %ebp
            movl %esp, saved_esp
            movl 32(%esp), %esi       # n
            movl 36(%esp), %edi       # stack
            movl 20(%esp), %eax
            movl %eax, target
            movl 24(%esp), %ecx
            movl 28(%esp), %edx
            xorl %ebx, %ebx
        1:  cmpl %esi, %ebx
            jge 2f
            pushl (%edi,%ebx,4)
            incl %ebx
            jmp 1b
        2:  movl $0x11, %ebx; movl $0x22, %esi; movl $0x33, %edi; movl $0x44, %ebp
            call *target
            cmpl $0x11, %ebx; jne 3f
            cmpl $0x22, %esi; jne 3f
            cmpl $0x33, %edi; jne 3f
            cmpl $0x44, %ebp; jne 3f
            cmpl saved_esp, %esp; jne 3f
            popl %ebp; popl %edi; popl %esi; popl %ebx
            ret
        3:  ud2
            .bss
        saved_esp: .long 0
        target: .long 0
            .section .note.GNU-stack,"",@progbits

        """;

    /// <summary>Links a C driver with assembler text by gcc -m32, runs it, returns its output; any failure is an
    /// exception with the tool's words.</summary>
    public static string Execute(string driver, string assembler)
    {
        string folder = Directory.CreateTempSubdirectory("asm").FullName;
        try
        {
            System.IO.File.WriteAllText(Path.Combine(folder, "d.c"), driver);
            System.IO.File.WriteAllText(Path.Combine(folder, "a.s"), assembler);
            Start(folder, "gcc", "-m32", "-no-pie", "-o", "t", "d.c", "a.s");
            return Start(folder, Path.Combine(folder, "t"));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string Start(string folder, string file, params string[] arguments)
    {
        using Process process = Process.Start(
            new ProcessStartInfo(file, arguments)
            {
                WorkingDirectory = folder,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            }
        )!;
        string errors = process.StandardError.ReadToEnd();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0
            ? output
            : throw new InvalidOperationException($"{file}: exit status {process.ExitCode}\n{errors}");
    }
}
