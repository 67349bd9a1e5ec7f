using System.Reflection.Metadata;
using Porting.Backend.Il;

namespace Porting.Backend.Debug;

/// <summary>A line of C# that code comes from.</summary>
internal sealed record CSharpPoint(int Offset, string File, int Line, int Column);

/// <summary>Lines of methods, out of the portable PDB.</summary>
internal static class SequencePoints
{
    public static IReadOnlyList<CSharpPoint> Of(IlMethod method)
    {
        if (method.Owner.Home.Debug is not { } debug)
        {
            return [];
        }

        return
        [
            .. debug
                .GetMethodDebugInformation(method.Handle)
                .GetSequencePoints()
                .Where(p => !p.IsHidden)
                .Select(p => new CSharpPoint(
                    p.Offset,
                    debug.GetString(debug.GetDocument(p.Document).Name),
                    p.StartLine,
                    p.StartColumn
                )),
        ];
    }

    /// <summary>The last one that starts at or before an instruction.</summary>
    public static CSharpPoint? Find(IlMethod method, int offset)
    {
        IReadOnlyList<CSharpPoint> all = Of(method);
        return all.LastOrDefault(p => p.Offset <= offset) ?? all.FirstOrDefault();
    }
}
