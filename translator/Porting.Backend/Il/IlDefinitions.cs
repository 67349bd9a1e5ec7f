using System.Reflection.Metadata;

namespace Porting.Backend.Il;

/// <summary>A type that the assembly defines.</summary>
public sealed class IlTypeDefinition
{
    /// <summary>The assembly that the tokens in its methods belong to.</summary>
    public required IlAssembly Home { get; init; }
    public required TypeDefinitionHandle Handle { get; init; }
    public required string Namespace { get; init; }

    /// <summary>With the names of the types around it.</summary>
    public required string Name { get; init; }
    public string FullName => Namespace.Length == 0 ? Name : $"{Namespace}.{Name}";

    /// <summary>A struct or an enum.</summary>
    public required bool IsValueType { get; init; }
    public required bool IsEnum { get; init; }
    public required bool IsInterface { get; init; }
    public required bool IsExplicit { get; init; }

    /// <summary>Cap of the fields' alignment; 0 for none.</summary>
    public required int Pack { get; init; }

    /// <summary>At least so many bytes; 0 when the fields decide.</summary>
    public required int Size { get; init; }

    /// <summary>Elements of an [InlineArray]; 0 for other types.</summary>
    public required int InlineLength { get; init; }

    /// <summary>What C declares: its static fields are C's variables.</summary>
    public required bool IsOfC { get; init; }

    /// <summary>Assembler that C has at the level of the file: <c>[FileAssembly(text)]</c>.</summary>
    public required IReadOnlyList<string> AssemblyTexts { get; init; }
    public List<IlField> Fields { get; } = [];
    public List<IlMethod> Methods { get; } = [];

    public IEnumerable<IlField> InstanceFields => Fields.Where(f => !f.IsStatic);

    internal void CountTwins()
    {
        Dictionary<string, int> seen = new(StringComparer.Ordinal);
        foreach (IlField field in Fields.Where(f => f.Variable?.Symbol != null))
        {
            field.Twin = seen.GetValueOrDefault(field.Symbol);
            seen[field.Symbol] = field.Twin + 1;
        }
    }
}

/// <summary>A field; its type may name the parameters of its owner.</summary>
public sealed class IlField
{
    public required IlTypeDefinition Owner { get; init; }
    public required string Name { get; init; }
    public required IlType Type { get; init; }
    public required bool IsStatic { get; init; }

    /// <summary>Of an explicit layout.</summary>
    public required int Offset { get; init; }

    /// <summary>Where a constant table's bytes are in the image; 0 for fields without contents.</summary>
    public required int ContentAddress { get; init; }

    /// <summary>Assigned by its initialiser alone.</summary>
    public required bool IsInitOnly { get; init; }

    /// <summary>A const: a name for a number, without memory.</summary>
    public required bool IsLiteral { get; init; }

    /// <summary>No other class sees it.</summary>
    public required bool IsPrivate { get; init; }
    public required bool IsThreadStatic { get; init; }

    /// <summary>What <c>[Variable]</c> says; null where there is nothing to say.</summary>
    public required IlVariable? Variable { get; init; }

    /// <summary>How many fields before it in its class have the same <see cref="Symbol"/>: static locals of one name,
    /// in blocks of one function.</summary>
    public int Twin { get; internal set; }

    /// <summary>A variable of C.</summary>
    public bool IsOfC => IsStatic && !IsLiteral && (Owner.IsOfC || Variable != null);

    /// <summary>A variable of C that other objects see.</summary>
    public bool IsGlobal => IsOfC && !IsPrivate && Variable is not ({ IsStatic: true } or { IsExtern: true });

    /// <summary>Of a variable of C: the linker's name.</summary>
    public string Symbol => Variable?.Symbol ?? Name;
}

/// <summary>A method; its types may name parameters of it and its owner.</summary>
public sealed class IlMethod
{
    public required MethodDefinitionHandle Handle { get; init; }
    public required IlTypeDefinition Owner { get; init; }
    public required string Name { get; init; }
    public required IlSignature Signature { get; init; }
    public required IReadOnlyList<string> ParameterNames { get; init; }

    /// <summary>Of each parameter: what it points to is reached by it alone (C's restrict).</summary>
    public required IReadOnlyList<bool> Restricted { get; init; }

    /// <summary>Where the body is in the image; 0 when there is none.</summary>
    public required int BodyAddress { get; init; }
    public required bool IsNeverInlined { get; init; }
    public required bool IsEagerlyInlined { get; init; }

    /// <summary>A macro of C (<c>[Macro]</c>), what is inlined always there (<c>[AlwaysInline]</c>), and what is no
    /// function there: an accessor, operator or constructor of a struct.</summary>
    public required bool IsAlwaysInlined { get; init; }

    /// <summary>Symbol of a <c>[RuntimeImport]</c> or <c>[DllImport]</c> method.</summary>
    public required string? Import { get; init; }

    /// <summary>Symbol of a <c>[RuntimeExport]</c> method.</summary>
    public required string? Export { get; init; }

    /// <summary>What <c>[Function]</c> says; null for methods that are none of C's.</summary>
    public required IlFunction? Function { get; init; }

    /// <summary>The C function that a handwritten method stands in for; null for other methods.</summary>
    public required string? Replaces { get; init; }

    /// <summary>What <c>[InlineAssembly]</c> says.</summary>
    public required IlAssemblyText? Assembly { get; init; }

    /// <summary>What <c>[CExpression]</c> says.</summary>
    public required IlExpression? Expression { get; init; }

    /// <summary>With the object's address in front.</summary>
    public int ArgumentCount => Signature.Parameters.Length + (Signature.HasThis ? 1 : 0);

    public string FullName => $"{Owner.FullName}.{Name}";
}

/// <summary>A C variable behind a static field, as far as C# does not show it: <c>[Variable(...)]</c>.</summary>
/// <param name="Symbol">The linker's name; null where it is that of the field.</param>
public sealed record IlVariable(string? Symbol)
{
    /// <summary>No other object sees it.</summary>
    public bool IsStatic { get; init; }

    /// <summary>Somebody else defines it.</summary>
    public bool IsExtern { get; init; }

    /// <summary>A strong definition elsewhere takes its place; of an external one: it may be missing.</summary>
    public bool IsWeak { get; init; }

    /// <summary>A tentative definition that the linker merges with others.</summary>
    public bool IsCommon { get; init; }

    /// <summary>Read-only, where C# does not say it.</summary>
    public bool IsConst { get; init; }

    /// <summary>Stays though nothing refers to it.</summary>
    public bool IsUsed { get; init; }
    public string? Section { get; init; }
    public string? Visibility { get; init; }

    /// <summary>0 for that of the type.</summary>
    public int Align { get; init; }

    /// <summary>-1 for that of the type.</summary>
    public int Size { get; init; } = -1;
}

/// <summary>A C function behind a method: <c>[Function(symbol, signature)]</c>.</summary>
/// <param name="Symbol">The linker's name; empty for a call through a pointer, which is the first argument
/// then.</param>
/// <param name="Signature">How its arguments travel (the translator's CSignature.ExactCode); empty where the C# types
/// say it.</param>
public sealed record IlFunction(string Symbol, string Signature)
{
    /// <summary>Of a definition: no other object sees it.</summary>
    public bool IsStatic { get; init; }
    public bool IsWeak { get; init; }

    /// <summary>C99's inline definition: other objects have the function.</summary>
    public bool IsInlineOnly { get; init; }

    /// <summary>Takes more arguments than the signature names; a definition has them as a list in its last
    /// parameter.</summary>
    public bool IsVariadic { get; init; }

    /// <summary>Of a call: so many of the arguments are named.</summary>
    public int Named { get; init; }
    public string? Section { get; init; }
    public string? Visibility { get; init; }

    /// <summary>Run before main, and after it: the priority, -1 for functions that are not.</summary>
    public int Constructor { get; init; } = -1;
    public int Destructor { get; init; } = -1;

    /// <summary>C's attributes that LLVM has too, by its names: noreturn, cold, returns_twice, ...</summary>
    public string Attributes { get; init; } = "";
}

/// <summary>A statement of inline assembly: <c>[InlineAssembly(template, constraints, operands)]</c>.</summary>
/// <param name="Template">In LLVM's spelling: $0, ${1:b}, $$.</param>
/// <param name="Constraints">LLVM's, outputs first.</param>
/// <param name="Operands">What each operand is of the method's arguments: <c>r</c> the result, <c>*N</c> stored to
/// where argument N points, <c>N</c> argument N, <c>&amp;N</c> the memory that it points to; behind it the size of
/// what is stored or read, as <c>*0:4</c>. <c>goto</c> is a label: the method returns the number, from 1, of the label
/// that was jumped to, or 0.</param>
public sealed record IlAssemblyText(string Template, string Constraints, string Operands);

/// <summary>An expression of C: <c>[CExpression(code, types, target, checks, spared)]</c>.</summary>
/// <param name="Code">C, in which $N is argument N.</param>
/// <param name="Types">C's types of the result and the arguments, between semicolons.</param>
/// <param name="Target">Features of the processor that it needs; empty for the target's own.</param>
/// <param name="Checks">What the runtime of the sanitizers calls the types $N0, $N1, one a line; null where nothing is
/// checked.</param>
/// <param name="Spared">Sanitizers that do not look at it.</param>
public sealed record IlExpression(string Code, string Types, string Target, string? Checks, string Spared);

/// <summary>A name for what has another one: <c>[assembly: Alias(name, target)]</c>.</summary>
public sealed record IlAlias(string Name, string Target, bool IsWeak, bool IsIndirect, bool IsFunction)
{
    /// <summary>ELF's word; none where it is seen as others are.</summary>
    public string? Visibility { get; init; }
}
