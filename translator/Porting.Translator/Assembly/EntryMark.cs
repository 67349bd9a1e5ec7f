using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Porting.Translator.Assembly;

/// <summary>
/// What calls through pointers know translated functions by. A C-convention entry of a hosted object begins with
/// <c>nopl N(%eax)</c>, where N stands for how its arguments and its result travel, and the word before the entry is
/// the address of the managed one. A caller that finds its own N there goes to the managed entry: no argument has to be
/// moved, and translated code asks for no alignment of the stack. The nop has its N at offset 3; code of others has
/// that word there once in 2^32.
/// </summary>
internal static class EntryMark
{
    private const int Offset = 3;

    public static string AtEntry(CSignature signature) => $"\t.byte\t0x0f, 0x1f, 0x80\n\t.long\t{Number(signature)}\n";

    /// <summary>Entries stay at multiples of 16.</summary>
    public static string BeforeEntry(string managed) => $"\t.skip\t12\n\t.long\t{managed}\n";

    /// <summary>To the managed entry, if there is one for these arguments, behind which the pointer is the last; else
    /// on to label 1.</summary>
    public static string Jump(CSignature signature, ManagedPlace pointer)
    {
        string register = pointer.Register ?? "%eax";
        string load = pointer.Register == null ? $"\tmovl\t{pointer.Offset}(%esp), %eax\n" : "";
        // the return address, to where the pointer was
        string drop = pointer.Register == null ? "\tpopl\t(%esp)\n" : "";
        return $"{load}\tcmpl\t${Number(signature)}, {Offset}({register})\n\tjne\t1f\n{drop}\tjmp\t*-4({register})\n1:";
    }

    private static int Number(CSignature signature) =>
        BinaryPrimitives.ReadInt32LittleEndian(SHA256.HashData(Encoding.ASCII.GetBytes(signature.Code)));
}
