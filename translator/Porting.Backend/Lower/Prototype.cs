using Porting.Backend.Il;
using Porting.Backend.Types;

namespace Porting.Backend.Lower;

/// <summary>How one argument or result crosses a call.</summary>
internal enum Way
{
    /// <summary>As LLVM's value of the type that C# has.</summary>
    Direct,

    /// <summary>A struct: a copy of the caller's on the stack (byval); as a result to where a hidden pointer says
    /// (sret).</summary>
    Memory,

    /// <summary>A struct of C# that C passes as one value: long double, vectors, small complex results.</summary>
    Boxed,

    /// <summary>A struct of C# that C passes by the address of a copy, which is the callee's.</summary>
    Indirect,

    /// <summary>A small struct: each of its words as an argument, which lie as the struct does (clang does so, too).
    /// </summary>
    Parts,
    Nothing,
}

/// <summary>A field of a struct that is passed in parts, or a word of one that is passed in registers.</summary>
internal sealed record Part(string Ir, int Offset, int Align)
{
    /// <summary>What it is in memory: the last word of a struct may have fewer bytes.</summary>
    public string Memory { get; init; } = Ir;
}

/// <param name="Ir">LLVM's type where it is a value; of the bytes where it is memory.</param>
internal sealed record Passing(Way Way, string Ir, Storage Storage, bool InRegister)
{
    public IReadOnlyList<Part> Parts { get; init; } = [];

    /// <summary>What a boxed value is in memory, where that has more bits.</summary>
    public string Memory { get; init; } = Ir;

    /// <summary>Whether those are copies of its sign.</summary>
    public bool IsSigned { get; init; }

    /// <summary>How its bits fill more, with a blank behind it.</summary>
    public string Extension { get; init; } = "";

    /// <summary>The parameters of a definition.</summary>
    public IEnumerable<string> Named(string name) =>
        Way == Way.Parts ? Parts.Select((p, i) => $"{Typed(p)} {name}.{i}") : [$"{Parameter} {name}"];

    /// <summary>The type of a part with its attribute.</summary>
    public string Typed(Part part) => part.Ir + Register;

    private string Register => InRegister ? " inreg" : "";

    /// <summary>The parameter's type with its attributes, for definitions, declarations and calls.</summary>
    public string Parameter =>
        Way switch
        {
            Way.Memory => $"ptr noundef byval({Ir}) align 4",
            Way.Indirect => "ptr noundef" + Register,
            Way.Boxed => $"{Ir} {Extension}".TrimEnd() + Register,
            Way.Parts => string.Join(", ", Parts.Select(Typed)),
            Way.Direct => $"{Ir} noundef {Storage.Extension}".TrimEnd() + Register,
            _ => Ir + Register,
        };

    /// <summary>The parameter's type in a function type.</summary>
    public string Plain =>
        Way switch
        {
            Way.Memory or Way.Indirect => "ptr",
            Way.Parts => string.Join(", ", Parts.Select(p => p.Ir)),
            _ => Ir,
        };

    public string Hidden =>
        $"ptr{Register} dead_on_unwind noalias writable sret({Ir}) align {Math.Max(1, Math.Min(4, Storage.Align))}";

    public string ResultType =>
        Way switch
        {
            Way.Direct => Storage.Extension + Ir,
            Way.Boxed => Extension + Ir,
            _ => "void",
        };
}

/// <summary>
/// A function's type as LLVM has it: of a method of C# alone, or, with a signature code of C, by C's convention.
/// </summary>
internal sealed record Prototype(
    IReadOnlyList<Passing> Arguments,
    Passing Result,
    string Convention,
    bool IsVariadic,
    int Named
)
{
    public static Prototype Of(
        Layouts layouts,
        IlSignature signature,
        IlFunction? function,
        bool isPointerFirst = false
    )
    {
        CSignature? code = function is { Signature.Length: > 0 } ? CSignature.Parse(function.Signature) : null;
        IReadOnlyList<bool> inRegisters = code?.InRegisters ?? [];
        List<Passing> arguments = [];
        if (signature.HasThis)
        {
            Storage pointer = layouts.Of(new PointerType(PrimitiveType.Void));
            arguments.Add(new Passing(Way.Direct, pointer.Ir, pointer, false));
        }

        int skip = isPointerFirst ? 1 : 0;
        for (int i = 0; i < signature.Parameters.Length - skip; i++)
        {
            // A body of a variadic function has its list behind what the code knows.
            bool isKnown = i < inRegisters.Count;
            arguments.Add(
                InParts(
                    layouts,
                    Pass(
                        layouts.Of(signature.Parameters[i + skip]),
                        isKnown ? code!.Parameters[i] : null,
                        isResult: false,
                        isKnown && inRegisters[i]
                    )
                )
            );
        }

        Storage result = layouts.Of(signature.Result);
        return new Prototype(
            arguments,
            result.IsVoid
                ? new Passing(Way.Nothing, "void", result, false)
                : Pass(result, code?.Result, isResult: true, code?.HasHiddenRegister ?? false),
            code?.Prefix ?? "",
            function?.IsVariadic ?? false,
            function?.Named ?? 0
        );
    }

    private const int MostPartBytes = 16;

    private static Passing InParts(Layouts layouts, Passing passing) =>
        passing.Way == Way.Memory
        && passing.Storage.Size <= MostPartBytes
        && layouts.PartsOf(passing.Storage.Type) is { } parts
        && parts.Sum(p => p.Storage.Size) == passing.Storage.Size
            ? passing with
            {
                Way = Way.Parts,
                Parts = [.. parts.Select(p => new Part(p.Storage.Ir, p.Offset, Math.Min(4, p.Storage.Align)))],
            }
            : passing;

    private static Passing Pass(Storage storage, CPart? part, bool isResult, bool inRegister)
    {
        if (!storage.IsStruct)
        {
            return new Passing(Way.Direct, storage.Ir, storage, inRegister);
        }

        if (part is { Value: { } value } boxed && (isResult || !boxed.IsRecordArgument))
        {
            return new Passing(Way.Boxed, value, storage, inRegister)
            {
                Memory = boxed.MemoryOf(storage.Size),
                IsSigned = boxed.Letter == 'n',
                Extension = boxed.Extension,
            };
        }

        if (part is { IsIndirect: true } && !isResult)
        {
            return new Passing(Way.Indirect, storage.Ir, storage, inRegister);
        }

        // A struct of C without members has a byte in C# and none in C, where it takes no room as an argument.
        if (part is { IsRecord: true, Size: 0 } && !isResult)
        {
            return new Passing(Way.Nothing, "", storage, false);
        }

        string bytes = part is { IsRecord: true, Size: 0 } ? "[0 x i8]" : storage.Ir;
        return isResult || !inRegister
            ? new Passing(Way.Memory, bytes, storage, inRegister)
            : new Passing(Way.Parts, bytes, storage, true) { Parts = [.. Words(storage)] };
    }

    /// <summary>A struct in registers: a word each, whatever it has there.</summary>
    private static IEnumerable<Part> Words(Storage storage)
    {
        for (int offset = 0; offset < storage.Size; offset += 4)
        {
            int bytes = Math.Min(4, storage.Size - offset);
            yield return new Part("i32", offset, Math.Min(4, storage.Align)) { Memory = $"i{bytes * 8}" };
        }
    }

    /// <summary>The parameters in parentheses, the hidden pointer first.</summary>
    public string Types => Listed(Result.Hidden, a => a.Parameter);

    /// <summary>The same as a function type has them, which is without attributes.</summary>
    public string PlainTypes => Listed("ptr", a => a.Plain);

    private string Listed(string hidden, Func<Passing, string> text) =>
        string.Join(
            ", ",
            (Result.Way == Way.Memory ? [hidden] : Array.Empty<string>())
                .Concat(
                    Arguments.Take(IsVariadic ? Named : Arguments.Count).Where(a => a.Way != Way.Nothing).Select(text)
                )
                .Concat(IsVariadic ? ["..."] : [])
        );
}
