using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace Porting.Build.Compile;

/// <summary>
/// Marks small methods for inlining in the compiled assembly. ilc's own measure is made for programs that grow at run
/// time and stops where a C compiler goes on; the sources do not have to say
/// <c>AggressiveInlining</c> for it.
/// <para>Input: an assembly. Output: the same bytes with ImplFlags of some methods changed (ECMA-335, II.23.1.11).
/// Never does: marks a method that takes stack memory in its body, which would then take it in the caller's loops, one
/// that calls itself, one that calls setjmp (its frame is what longjmp comes back to), or one that says how it wants to
/// be compiled.</para>
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
        HashSet<int> frameKeepers =
        [
            .. metadata
                .MethodDefinitions.Where(m =>
                    metadata.GetString(metadata.GetMethodDefinition(m).Name)
                        is "setjmp"
                            or "sigsetjmp"
                            or "builtin_setjmp"
                )
                .Select(m => MetadataTokens.GetToken(m)),
        ];
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
            if (
                method.ImplAttributes == MethodImplAttributes.IL
                && method.Attributes.HasFlag(MethodAttributes.Static)
                && calls.Size <= limit
                && !calls.TakesStack
                && !calls.Methods.Contains(token)
                && !calls.Methods.Any(frameKeepers.Contains)
            )
            {
                int flags = table + (rowSize * (row - 1)) + 4; // behind the address of the body
                assembly[flags + 1] |= (int)MethodImplAttributes.AggressiveInlining >> 8;
            }
        }
    }

    /// <summary>What counts of a body: its size, the methods of this assembly that it calls, whether it takes stack
    /// memory.</summary>
    private sealed record IlCalls(int Size, List<int> Methods, bool TakesStack)
    {
        private const byte Localloc = 0x0f;

        public static IlCalls Of(ReadOnlySpan<byte> il)
        {
            List<int> methods = [];
            bool takesStack = false;
            foreach (IlInstruction instruction in new IlInstructions(il))
            {
                takesStack |= instruction.IsLong && instruction.Code == Localloc;
                if (
                    instruction.IsShort(IlInstructions.Call)
                    && il[instruction.Operand + 3] == (byte)HandleKind.MethodDefinition
                )
                {
                    methods.Add(BitConverter.ToInt32(il[instruction.Operand..]));
                }
            }

            return new IlCalls(il.Length, methods, takesStack);
        }
    }
}
