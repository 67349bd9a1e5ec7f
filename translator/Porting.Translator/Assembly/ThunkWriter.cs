using System.Text;
using Porting.Clang.Ast;

namespace Porting.Translator.Assembly;

/// <summary>
/// Writes the C-convention entry of a translated function: <c>f</c> takes i386 cdecl arguments (System V ABI i386, "Function Calling Sequence") and calls <c>f.m</c> in the managed convention. Results
/// travel in the same registers on both sides (EAX, EDX:EAX, ST0). Structs, unions and long doubles are handed on by address, and their results by an address in front of the arguments.
/// </summary>
public static class ThunkWriter
{
    /// <param name="symbol">C-convention symbol to define.</param>
    /// <param name="target">Symbol of the managed entry.</param>
    /// <param name="parameters">C types of the fixed parameters.</param>
    /// <param name="result">C type of the result.</param>
    /// <param name="isVariadic">The managed side takes the address of the first variable argument as its last parameter.</param>
    /// <param name="place">Where to report.</param>
    /// <param name="binding">The assembler's directive for the symbol.</param>
    public static string Write(string symbol, string target, IReadOnlyList<CType> parameters, CType result, bool isVariadic, SourceLocation place, string binding = ".globl")
    {
        if (parameters.Append(result).Any(t => t.Canonical is VectorType))
        {
            throw new PortException(PortDiagnostic.Error("PORT3210", place, $"'{symbol}' passes a vector by value and is called through a pointer or from C; this is not supported"));
        }

        CSignature signature = CSignature.Of(parameters, result);
        StringBuilder text = new();
        text.Append($"\t.p2align 4\n\t{binding} {symbol}\n\t.type {symbol}, @function\n{symbol}:\n");
        List<Source> sources = Sources(signature, isVariadic);
        bool keepsAddress = signature.Result.Passing == CPassing.Record;
        bool makesRoom = signature.Result.Passing is CPassing.LongDouble or CPassing.Empty;
        int pushed = 0;
        if (makesRoom)
        {
            text.Append("\tsubl\t$12, %esp\n");
            pushed = 12;
        }

        int room = pushed;
        ManagedLayout layout = new(sources.Select(s => s.Value));
        foreach ((Source source, ManagedPlace to) in sources.Zip(layout.Places))
        {
            if (to.Register != null)
            {
                continue;
            }

            // Left to right; the two halves of a long high half first, so that it lies in memory as C has it.
            for (int half = source.IsAddress ? 0 : source.Value.StackSize - 4; half >= 0; half -= 4)
            {
                text.Append(source.IsAddress ? $"\tleal\t{source.Offset + pushed}(%esp), %eax\n\tpushl\t%eax\n" : $"\tpushl\t{source.Offset + half + pushed}(%esp)\n");
                pushed += 4;
            }
        }

        foreach ((Source source, ManagedPlace to) in sources.Zip(layout.Places))
        {
            if (to.Register != null)
            {
                int offset = source.IsRoom ? pushed - room : source.Offset + pushed;
                text.Append($"\t{(source.IsAddress ? "leal" : "movl")}\t{offset}(%esp), {to.Register}\n");
            }
        }

        // The managed side pops what it was given on the stack, so a call returns with ESP where it was before the pushes.
        text.Append(keepsAddress ? $"\tcall\t{target}\n\tmovl\t4(%esp), %eax\n\tret\t$4\n"
            : makesRoom ? $"\tcall\t{target}\n{(signature.Result.Passing == CPassing.LongDouble ? "\tfldt\t(%esp)\n" : "")}\taddl\t$12, %esp\n\tret\n"
            : pushed == 0 ? $"\tjmp\t{target}\n" : $"\tcall\t{target}\n\tret\n");
        return text.Append($"\t.size {symbol}, . - {symbol}\n").ToString();
    }

    /// <summary>A managed argument: Offset of its C counterpart from ESP at entry; IsAddress: the address of that is passed; IsRoom: the address of room that the entry itself makes.</summary>
    private readonly record struct Source(CValue Value, int Offset, bool IsAddress, bool IsRoom);

    private static List<Source> Sources(CSignature signature, bool isVariadic)
    {
        CValue word = new(CPassing.Word, 4, 32, false);
        List<Source> sources = [];
        int offset = 4;
        if (signature.Result.Passing == CPassing.Record)
        {
            sources.Add(new Source(word, offset, false, false));
            offset += 4;
        }
        else if (signature.Result.IsByAddress)
        {
            sources.Add(new Source(word, 0, true, true));
        }

        foreach (CValue value in signature.Parameters)
        {
            sources.Add(new Source(value.IsByAddress ? word : value, offset, value.IsByAddress, false));
            offset += value.StackSize;
        }

        if (isVariadic)
        {
            sources.Add(new Source(word, offset, true, false));
        }

        return sources;
    }
}
