using System.Text;
using Porting.Clang.Ast;

namespace Porting.Translator.Assembly;

/// <summary>
/// Writes the C-convention entry of a translated function: <c>f</c> takes i386 cdecl arguments (System V ABI i386, "Function Calling Sequence") and calls <c>f.m</c> in the managed convention. Results
/// travel in the same registers on both sides (EAX, EDX:EAX, ST0). Structs by value are refused with PORT3210.
/// </summary>
public static class ThunkWriter
{
    /// <param name="symbol">C-convention symbol to define.</param>
    /// <param name="target">Symbol of the managed entry.</param>
    /// <param name="parameters">C types of the fixed parameters.</param>
    /// <param name="result">C type of the result.</param>
    /// <param name="isVariadic">The managed side takes the address of the first variable argument as its last parameter.</param>
    /// <param name="place">Where to report.</param>
    public static string Write(string symbol, string target, IReadOnlyList<CType> parameters, CType result, bool isVariadic, SourceLocation place)
    {
        if (parameters.Append(result).Any(t => t.Canonical is RecordType or ComplexType or VectorType))
        {
            throw new PortException(PortDiagnostic.Error("PORT3210", place, $"'{symbol}' passes a struct by value and is called through a pointer or from assembler; this is not supported yet"));
        }

        Layout layout = new(parameters, isVariadic);
        StringBuilder text = new();
        text.Append($"\t.p2align 4\n\t.globl {symbol}\n{symbol}:\n");
        int pushed = 0;
        foreach (Slot slot in layout.OnStack)
        {
            // Left to right; the two halves of a long high half first, so that it lies in memory as C has it.
            for (int half = slot.Size - 4; half >= 0; half -= 4)
            {
                if (slot.IsVariableArea)
                {
                    text.Append($"\tleal\t{slot.Offset + pushed}(%esp), %eax\n\tpushl\t%eax\n");
                }
                else
                {
                    text.Append($"\tpushl\t{slot.Offset + half + pushed}(%esp)\n");
                }

                pushed += 4;
            }
        }

        foreach ((Slot slot, string register) in layout.InRegisters)
        {
            text.Append($"\t{(slot.IsVariableArea ? "leal" : "movl")}\t{slot.Offset + pushed}(%esp), {register}\n");
        }

        // The managed side pops what it was given on the stack, so a call returns with ESP at our return address.
        text.Append(pushed == 0 ? $"\tjmp\t{target}\n" : $"\tcall\t{target}\n\tret\n");
        return text.ToString();
    }

    /// <summary>An argument: Offset from ESP at entry of the C convention.</summary>
    private readonly record struct Slot(int Offset, int Size, bool IsVariableArea);

    private sealed class Layout
    {
        public List<(Slot Slot, string Register)> InRegisters { get; } = [];
        public List<Slot> OnStack { get; } = [];

        public Layout(IReadOnlyList<CType> parameters, bool isVariadic)
        {
            Queue<string> registers = new(["%ecx", "%edx"]);
            int offset = 4;
            foreach (CType parameter in parameters)
            {
                int size = parameter.Canonical.Size > 4 ? 8 : 4;
                bool isFloat = parameter.Canonical is BuiltinType { Kind: BuiltinKind.Float or BuiltinKind.Double };
                Place(new Slot(offset, size, false), canUseRegister: size == 4 && !isFloat, registers);
                offset += size;
            }

            if (isVariadic)
            {
                Place(new Slot(offset, 4, true), canUseRegister: true, registers);
            }
        }

        private void Place(Slot slot, bool canUseRegister, Queue<string> registers)
        {
            if (canUseRegister && registers.TryDequeue(out string? register))
            {
                InRegisters.Add((slot, register));
            }
            else
            {
                OnStack.Add(slot);
            }
        }
    }
}
