using System.Text;
using Porting.Clang.Ast;

namespace Porting.Translator.Assembly;

/// <summary>
/// Writes the C-convention entry of a translated function: <c>f</c> takes i386 cdecl arguments (System V ABI i386,
/// "Function Calling Sequence") and calls <c>f.m</c> in the managed convention. Results travel in the same registers on
/// both sides (EAX, EDX:EAX, ST0). Structs, unions and long doubles are handed on by address, and their results by an
/// address in front of the arguments.
/// </summary>
public static class ThunkWriter
{
    /// <param name="symbol">C-convention symbol to define.</param>
    /// <param name="target">Symbol of the managed entry.</param>
    /// <param name="parameters">C types of the fixed parameters.</param>
    /// <param name="result">C type of the result.</param>
    /// <param name="isVariadic">The managed side takes the address of the first variable argument as its last
    /// parameter.</param>
    /// <param name="place">Where to report.</param>
    /// <param name="binding">The assembler's directive for the symbol.</param>
    /// <param name="convention">Another convention than the platform's: <see cref="FunctionType.Convention"/>.</param>
    /// <param name="isMarked">Callers may go to the managed entry instead: <see cref="EntryMark"/>.</param>
    public static string Write(
        string symbol,
        string target,
        IReadOnlyList<CType> parameters,
        CType result,
        bool isVariadic,
        SourceLocation place,
        string binding = ".globl",
        string convention = "",
        bool isMarked = false
    )
    {
        CSignature signature = CSignature.Of(parameters, result, isVariadic, convention);
        if (signature.Refusal is { } refusal)
        {
            throw new PortException(
                PortDiagnostic.Error(
                    refusal.Code,
                    place,
                    $"'{symbol}' can be called through a pointer or from C, but {refusal.Reason}"
                )
            );
        }

        StringBuilder text = new();
        isMarked &= !isVariadic;
        text.Append(
            $"\t.p2align 4\n{(isMarked ? EntryMark.BeforeEntry(target) : "")}\t{binding} {symbol}\n\t.type {symbol}, @function\n{symbol}:\n{(isMarked ? EntryMark.AtEntry(signature) : "")}"
        );
        int room =
            ResultRoom(signature.Result)
            + signature.Places(0).Count(p => p < 0) * VectorBytes
            + signature.RegisterBytes;
        List<Source> sources = Sources(signature, isVariadic);
        int pushed = room;
        text.Append(room == 0 ? "" : $"\tsubl\t${room}, %esp\n");
        for (int i = 0; i < signature.Places(0).Count(p => p < 0); i++)
        {
            text.Append($"\tmovups\t%xmm{i}, {ResultRoom(signature.Result) + VectorBytes * i}(%esp)\n");
        }

        foreach ((string register, int i) in signature.InRegisters.SelectMany(r => r).Select((r, i) => (r, i)))
        {
            text.Append($"\tmovl\t{register}, {ResultRoom(signature.Result) + (4 * i)}(%esp)\n");
        }

        ManagedLayout layout = new(sources.Select(s => s.Value));
        int At(Source source) => source.IsRoom ? source.Offset + pushed - room : source.Offset + pushed;
        foreach ((Source source, ManagedPlace to) in sources.Zip(layout.Places))
        {
            if (to.Register != null)
            {
                continue;
            }

            // Left to right; the two halves of a long high half first, so that it lies in memory as C has it.
            for (int half = source.IsAddress ? 0 : source.Value.StackSize - 4; half >= 0; half -= 4)
            {
                text.Append(
                    source.IsAddress
                        ? $"\tleal\t{At(source)}(%esp), %eax\n\tpushl\t%eax\n"
                        : $"\tpushl\t{At(source) + half}(%esp)\n"
                );
                pushed += 4;
            }
        }

        foreach ((Source source, ManagedPlace to) in sources.Zip(layout.Places))
        {
            if (to.Register != null)
            {
                text.Append($"\t{(source.IsAddress ? "leal" : "movl")}\t{At(source)}(%esp), {to.Register}\n");
            }
        }

        // The managed side pops what it was given on the stack, so a call returns with ESP where it was before the
        // pushes.
        int hidden = signature.Result.IsHidden ? 4 : 0;
        int popped = signature.Convention!.PopsArguments ? signature.Places(hidden)[^1] : hidden;
        if (pushed == 0 && popped == 0)
        {
            text.Append($"\tjmp\t{target}\n");
        }
        else
        {
            text.Append(
                $"\tcall\t{target}\n{Result(signature.Result)}{(room == 0 ? "" : $"\taddl\t${room}, %esp\n")}{(hidden == 0 ? "" : "\tmovl\t4(%esp), %eax\n")}\tret{(popped == 0 ? "" : $"\t${popped}")}\n"
            );
        }

        return text.Append($"\t.size {symbol}, . - {symbol}\n").ToString();
    }

    private const int VectorBytes = 16;

    /// <summary>Bytes for a result that the managed side stores and C has in registers.</summary>
    private static int ResultRoom(CValue result) =>
        result.Passing switch
        {
            CPassing.LongDouble => 12,
            CPassing.Pair => 8,
            CPassing.Vector => VectorBytes,
            _ => 0,
        };

    /// <summary>From that room, at (%esp), to where C wants it.</summary>
    private static string Result(CValue result) =>
        result.Passing switch
        {
            CPassing.LongDouble => "\tfldt\t(%esp)\n",
            CPassing.Pair => "\tmovl\t(%esp), %eax\n\tmovl\t4(%esp), %edx\n",
            CPassing.Vector => "\tmovups\t(%esp), %xmm0\n",
            _ => "",
        };

    /// <summary>A managed argument: Offset of its C counterpart from ESP at entry; IsAddress: the address of that is
    /// passed; IsRoom: it lies in room that the entry itself makes, Offset counts from there.</summary>
    private readonly record struct Source(CValue Value, int Offset, bool IsAddress, bool IsRoom);

    private static List<Source> Sources(CSignature signature, bool isVariadic)
    {
        CValue word = new(CPassing.Word, 4, 32, false);
        List<Source> sources = [];
        int hidden = signature.Result.IsHidden ? 4 : 0;
        if (hidden > 0)
        {
            sources.Add(new Source(word, 4, false, false));
        }
        else if (signature.Result.IsByAddress)
        {
            sources.Add(new Source(word, 0, true, true));
        }

        int[] places = signature.Places(hidden);
        foreach ((CValue value, int at, string[] registers) in signature.Parameters.Zip(places, signature.InRegisters))
        {
            sources.Add(
                registers.Length > 0 ? new Source(value, ResultRoom(signature.Result) + at - places[^1], false, true)
                : at < 0 ? new Source(word, ResultRoom(signature.Result) + VectorBytes * (-1 - at), true, true)
                : new Source(value.IsByAddress ? word : value, 4 + at, value.IsByAddress, false)
            );
        }

        if (isVariadic)
        {
            sources.Add(new Source(word, 4 + places[^1], true, false));
        }

        return sources;
    }
}
