using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace Porting.Build.Compile;

/// <summary>
/// Marks small methods for inlining in the compiled assembly. ilc's own measure is made for programs that grow at run time and stops where a C compiler goes on; the sources do not have to say
/// <c>AggressiveInlining</c> for it.
/// <para>Input: an assembly. Output: the same bytes with ImplFlags of some methods changed (ECMA-335, II.23.1.11). Never does: marks a method that takes stack memory in its body, which would then take it in the caller's loops, one that calls itself,
/// one that calls setjmp (its frame is what longjmp comes back to), or one that says how it wants to be compiled.</para>
/// </summary>
public static class InliningHints
{
    /// <summary>IL bytes of a method that is called from several places.</summary>
    private const int SmallBytes = 90;

    /// <summary>IL bytes of a method that is called from one place: it only moves.</summary>
    private const int SingleBytes = 250;

    public static void Apply(byte[] assembly)
    {
        using PEReader image = new(new MemoryStream(assembly, writable: false));
        MetadataReader metadata = image.GetMetadataReader();
        int table = image.PEHeaders.MetadataStartOffset + metadata.GetTableMetadataOffset(TableIndex.MethodDef);
        int rowSize = metadata.GetTableRowSize(TableIndex.MethodDef);
        HashSet<int> frameKeepers = [.. metadata.MethodDefinitions.Where(m => metadata.StringComparer.Equals(metadata.GetMethodDefinition(m).Name, "setjmp")).Select(m => MetadataTokens.GetToken(m))];
        Dictionary<int, int> callers = [];
        Dictionary<int, IlCalls> bodies = [];
        foreach (MethodDefinitionHandle handle in metadata.MethodDefinitions)
        {
            MethodDefinition method = metadata.GetMethodDefinition(handle);
            if (method.RelativeVirtualAddress == 0)
            {
                continue;
            }

            MethodBodyBlock body = image.GetMethodBody(method.RelativeVirtualAddress);
            IlCalls calls = IlCalls.Of(body.GetILContent().AsSpan());
            bodies[MetadataTokens.GetToken(handle)] = calls;
            foreach (int callee in calls.Methods)
            {
                callers[callee] = callers.GetValueOrDefault(callee) + 1;
            }
        }

        foreach ((int token, IlCalls calls) in bodies)
        {
            int row = MetadataTokens.GetRowNumber(MetadataTokens.MethodDefinitionHandle(token & 0xffffff));
            MethodDefinition method = metadata.GetMethodDefinition(MetadataTokens.MethodDefinitionHandle(row));
            int limit = callers.GetValueOrDefault(token) == 1 ? SingleBytes : SmallBytes;
            if (method.ImplAttributes == MethodImplAttributes.IL && method.Attributes.HasFlag(MethodAttributes.Static) && calls.Size <= limit && !calls.TakesStack && !calls.Methods.Contains(token) && !calls.Methods.Any(frameKeepers.Contains))
            {
                int flags = table + (rowSize * (row - 1)) + 4; // behind the address of the body
                assembly[flags + 1] |= (int)MethodImplAttributes.AggressiveInlining >> 8;
            }
        }
    }

    /// <summary>What counts of a body: its size, the methods of this assembly that it calls, whether it takes stack memory.</summary>
    private sealed record IlCalls(int Size, List<int> Methods, bool TakesStack)
    {
        private const byte Call = 0x28;
        private const byte TwoBytes = 0xfe;
        private const byte Localloc = 0x0f;
        private const byte Switch = 0x45;

        public static IlCalls Of(ReadOnlySpan<byte> il)
        {
            List<int> methods = [];
            bool takesStack = false;
            for (int at = 0; at < il.Length;)
            {
                bool isLong = il[at] == TwoBytes;
                byte code = il[isLong ? at + 1 : at];
                takesStack |= isLong && code == Localloc;
                at += isLong ? 2 : 1;
                if (!isLong && code == Call && il[at + 3] == (byte)HandleKind.MethodDefinition)
                {
                    methods.Add(BitConverter.ToInt32(il[at..]));
                }

                at += !isLong && code == Switch ? 4 + (4 * BitConverter.ToInt32(il[at..])) : OperandSize(isLong, code);
            }

            return new IlCalls(il.Length, methods, takesStack);
        }

        /// <summary>Bytes behind an opcode (ECMA-335, III.1.2.1 and the descriptions of the instructions).</summary>
        private static int OperandSize(bool isLong, byte code) => isLong
            ? code switch { 0x06 or 0x07 or 0x15 or 0x16 or 0x1c => 4, >= 0x09 and <= 0x0e => 2, 0x12 or 0x19 => 1, _ => 0 }
            : code switch
            {
                >= 0x0e and <= 0x13 or 0x1f or >= 0x2b and <= 0x37 or 0xde => 1,
                0x20 or 0x22 or >= 0x27 and <= 0x29 or >= 0x38 and <= 0x44 or >= 0x6f and <= 0x75 or 0x79 or >= 0x7b and <= 0x81 or 0x8c or 0x8d or 0x8f or >= 0xa3 and <= 0xa5 or 0xc2 or 0xc6 or 0xd0 or 0xdd => 4,
                0x21 or 0x23 => 8,
                _ => 0,
            };
    }
}
