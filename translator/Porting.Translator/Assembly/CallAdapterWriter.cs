using System.Text;

namespace Porting.Translator.Assembly;

/// <summary>
/// Writes the way out of managed code: a function in the managed convention that calls a C function as the System V ABI
/// for i386 says ("Function Calling Sequence"), with the stack aligned to 16 bytes, which managed code does not do.
/// Records and long doubles come in by address; their results go out by an address in front of the arguments.
/// </summary>
internal static class CallAdapterWriter
{
    /// <summary>Every adapter has a section of its own, by which HostedObject takes out those that no compiled code
    /// calls.</summary>
    private const string SectionPrefix = ".text.adapter.";

    /// <param name="symbol">The managed entry to define.</param>
    /// <param name="target">The C function; null: its address is the last argument.</param>
    /// <param name="isWeak">Another object may have the function itself under this name, which is better.</param>
    public static string Write(string symbol, string? target, CSignature signature, bool isWeak)
    {
        CValue word = new(CPassing.Word, 4, 32, false);
        List<CValue> incoming = [];
        if (signature.Result.IsByAddress)
        {
            incoming.Add(word);
        }

        int first = incoming.Count;
        incoming.AddRange(signature.Parameters);
        if (target == null)
        {
            incoming.Add(word);
        }

        ManagedLayout layout = new(incoming);
        int hidden = signature.Result.IsHidden ? 4 : 0;
        int[] places = signature.Places(hidden);
        int bytes = places[^1] + signature.RegisterBytes;
        bool usesSavedRegisters = target == null || signature.Result.IsByAddress;

        StringBuilder text = new();
        text.Append(
            $"\t.section\t{SectionPrefix}{symbol},\"ax\",@progbits\n\t.p2align 4\n\t{(isWeak ? ".weak" : ".globl")} {symbol}\n\t.type {symbol}, @function\n{symbol}:\n{(target == null ? EntryMark.Jump(signature, layout.Places[^1]) : "")}\tpushl\t%ebp\n\tmovl\t%esp, %ebp\n"
        );
        text.Append(usesSavedRegisters ? "\tpushl\t%esi\n\tpushl\t%edi\n" : "");
        text.Append($"{(bytes == 0 ? "" : $"\tsubl\t${bytes}, %esp\n")}\tandl\t$-16, %esp\n");
        // Arguments on entry are 4 bytes further up: EBP was pushed. ECX and EDX are read before anything else is
        // written to them.
        string At(ManagedPlace place, int part = 0) => place.Register ?? $"{place.Offset + 4 + part}(%ebp)";
        if (target == null)
        {
            text.Append($"\tmovl\t{At(layout.Places[^1])}, %esi\n");
        }

        if (signature.Result.IsByAddress)
        {
            text.Append($"\tmovl\t{At(layout.Places[0])}, %edi\n");
            if (hidden > 0)
            {
                text.Append("\tmovl\t%edi, (%esp)\n");
            }
        }

        WriteArguments(text, signature, layout, first, hidden, At);
        foreach (
            (string register, int at) in signature.InRegisters.SelectMany(
                (registers, i) => registers.Select((r, word) => (r, places[i] + (4 * word)))
            )
        )
        {
            text.Append($"\tmovl\t{at}(%esp), {register}\n");
        }

        text.Append(target == null ? "\tcall\t*%esi\n" : $"\tcall\t{target}\n");
        text.Append(
            signature.Result switch
            {
                { Passing: CPassing.LongDouble } => "\tfstpt\t(%edi)\n",
                { Passing: CPassing.Vector } => "\tmovups\t%xmm0, (%edi)\n",
                { Passing: CPassing.Pair, Size: 8 } => "\tmovl\t%eax, (%edi)\n\tmovl\t%edx, 4(%edi)\n",
                { Passing: CPassing.Pair, Size: 4 } => "\tmovl\t%eax, (%edi)\n",
                { Passing: CPassing.Pair } => "\tmovw\t%ax, (%edi)\n",
                _ => "",
            }
        );

        text.Append(Extension(signature.Result));
        text.Append(
            usesSavedRegisters ? "\tleal\t-8(%ebp), %esp\n\tpopl\t%edi\n\tpopl\t%esi\n\tpopl\t%ebp\n" : "\tleave\n"
        );
        text.Append(layout.StackBytes == 0 ? "\tret\n" : $"\tret\t${layout.StackBytes}\n");
        text.Append($"\t.size {symbol}, . - {symbol}\n\t.text\n");
        return text.ToString();
    }

    private static void WriteArguments(
        StringBuilder text,
        CSignature signature,
        ManagedLayout layout,
        int first,
        int offset,
        Func<ManagedPlace, int, string> at
    )
    {
        // Registers first: copying a record needs them.
        int[] places = signature.Places(offset);
        foreach ((CValue value, int i) in signature.Parameters.Select((p, i) => (p, i)))
        {
            if (layout.Places[first + i].Register is { } register && !value.IsByAddress)
            {
                text.Append(Narrow(value, register)).Append($"\tmovl\t{register}, {places[i]}(%esp)\n");
            }
        }

        foreach ((CValue value, int i) in signature.Parameters.Select((p, i) => (p, i)))
        {
            ManagedPlace place = layout.Places[first + i];
            if (value.Passing == CPassing.Vector)
            {
                text.Append($"\tmovl\t{at(place, 0)}, %eax\n")
                    .Append(
                        places[i] < 0
                            ? $"\tmovups\t(%eax), %xmm{-1 - places[i]}\n"
                            : $"\tmovups\t(%eax), %xmm7\n\tmovups\t%xmm7, {places[i]}(%esp)\n"
                    );
            }
            else if (value.IsByAddress)
            {
                WriteRecord(text, value, at(place, 0), places[i]);
            }
            else if (place.Register == null)
            {
                for (int part = 0; part < value.StackSize; part += 4)
                {
                    text.Append(
                        $"\tmovl\t{at(place, part)}, %eax\n{Narrow(value, "%eax")}\tmovl\t%eax, {places[i] + part}(%esp)\n"
                    );
                }
            }
        }
    }

    /// <summary>Copies word by word; the bytes behind a size that is no multiple of 4 are not read.</summary>
    private static void WriteRecord(StringBuilder text, CValue value, string from, int to)
    {
        text.Append($"\tmovl\t{from}, %eax\n\tpushl\t%ecx\n");
        const int Pushed = 4;
        int size = value.Size;
        if (size > 64)
        {
            text.Append(
                $"\tpushl\t%esi\n\tpushl\t%edi\n\tmovl\t%eax, %esi\n\tleal\t{to + Pushed + 8}(%esp), %edi\n\tmovl\t${size}, %ecx\n\trep movsb\n\tpopl\t%edi\n\tpopl\t%esi\n"
            );
        }
        else
        {
            int at = 0;
            for (; at + 4 <= size; at += 4)
            {
                text.Append($"\tmovl\t{at}(%eax), %ecx\n\tmovl\t%ecx, {to + Pushed + at}(%esp)\n");
            }

            for (; at < size; at++)
            {
                text.Append($"\tmovb\t{at}(%eax), %cl\n\tmovb\t%cl, {to + Pushed + at}(%esp)\n");
            }
        }

        text.Append("\tpopl\t%ecx\n");
    }

    /// <summary>C compilers expect narrow integers to fill their word; managed code promises nothing about the rest of
    /// it.</summary>
    private static string Narrow(CValue value, string register)
    {
        if (value.Passing != CPassing.Word || value.Bits >= 32)
        {
            return "";
        }

        string part = value.Bits == 8 ? $"%{register[2]}l" : $"%{register[2..]}";
        return $"\tmov{(value.IsSigned ? 's' : 'z')}{(value.Bits == 8 ? 'b' : 'w')}l\t{part}, {register}\n";
    }

    private static string Extension(CValue result) => Narrow(result, "%eax");
}
