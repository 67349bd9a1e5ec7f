using Porting.Clang.Ast;
using Porting.Translator.CSharp;
using Porting.Translator.Names;
using Porting.Translator.Program;
using static Porting.Translator.Lower.CForms;
using static Porting.Translator.Lower.Conversions;

namespace Porting.Translator.Lower;

/// <summary>Lengths of variable-length arrays: <c>T a[n]</c> -> <c>uint t1 = (uint)n</c> where the type is declared
/// or cast to, and <c>t1</c> wherever its size counts.</summary>
internal sealed class Lengths(FunctionScope scope) : Construct(scope)
{
    /// <summary>Of the lengths that have been evaluated.</summary>
    private readonly Dictionary<ArrayType, string> _counts = [];

    /// <summary>Names that are declared on top of the function.</summary>
    private readonly Dictionary<ArrayType, string> _lastingCounts = [];

    /// <summary>Number of elements of a variable-length array type, evaluated once where it is declared.</summary>
    public Ex CountOf(ArrayType array)
    {
        if (array.Kind != ArrayKind.Variable)
        {
            return Cs.Constant(array.Count, CsType.UInt);
        }

        if (!_counts.TryGetValue(array, out string? name))
        {
            bool isLasting = _lastingCounts.TryGetValue(array, out string? lasting);
            _counts[array] = name = lasting ?? NewTemporary();
            Ex count =
                array.CountExpr == null
                    ? Cs.Number(0, CsType.UInt)
                    : To(Numeric(CheckedAccesses.Length(array, Value(array.CountExpr))), CsType.UInt);
            Hoist(
                isLasting
                    ? Cs.Do(Cs.Assign(Cs.Name(name, CsType.UInt), "=", count))
                    : Cs.Declare(CsType.UInt, name, count)
            );
        }

        return Cs.Name(name, CsType.UInt) with
        {
            IsStable = true,
        };
    }

    /// <summary>The sizes in a type are evaluated where it is declared.</summary>
    public void EvaluateCounts(CType type)
    {
        foreach (ArrayType array in CountedIn(type))
        {
            CountOf(array);
        }
    }

    /// <summary>
    /// Types of casts, and those declared in a statement expression, are used where the block that C# evaluates them in
    /// has ended: <c>(char (*)[n])p + 1</c>, <c>({ T (*p)[n] = q; p; }) + 1</c>.
    /// </summary>
    public void DeclareLastingCounts()
    {
        foreach (Stmt stmt in BodyWalker.All(Function.Body!))
        {
            IEnumerable<CType> types = stmt switch
            {
                CastExpr { IsImplicit: false } cast => [cast.Type],
                StmtExpr block => BodyWalker
                    .Decls(block)
                    .Select(d => d is VarDecl variable ? variable.Type : (d as TypedefDecl)?.Underlying)
                    .OfType<CType>(),
                _ => [],
            };
            foreach (ArrayType array in types.SelectMany(CountedIn).Where(a => !_lastingCounts.ContainsKey(a)))
            {
                string name = _lastingCounts[array] = NewTemporary();
                Out.Add(Cs.Declare(CsType.UInt, name, Cs.Number(0)) with { Place = PlaceOf(stmt.Span) });
            }
        }
    }

    /// <summary>sizeof, also of types that are known only at run time.</summary>
    public Ex SizeOf(CType type)
    {
        if (type.Canonical is ArrayType { Size: < 0 } array)
        {
            Ex count = CountOf(array);
            return Cs.Binary(count, "*", SizeOf(array.Element), Prec.Multiplicative, CsType.UInt);
        }

        return Cs.Constant(type.Canonical.Size, CsType.UInt, "u");
    }
}
