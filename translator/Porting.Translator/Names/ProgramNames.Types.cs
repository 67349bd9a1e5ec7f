using Porting.Clang.Ast;
using Porting.Translator.CSharp;
using Porting.Translator.Program;

namespace Porting.Translator.Names;

/// <summary>The types of C in C#.</summary>
public sealed partial class ProgramNames
{
    private const string Pointer = "delegate* unmanaged[Cdecl, SuppressGCTransition]";

    /// <summary>The C# type as C spells it.</summary>
    public string Type(CType type)
    {
        switch (type)
        {
            case TypedefType typedef:
                return Alias(typedef.Decl.Name) is { } meaning && meaning == Canonical(typedef)
                    ? typedef.Decl.Name
                    : Type(typedef.Underlying);
            case PointerType pointer:
                return PointerTo(pointer.Pointee, Type);
            case ArrayType array:
                return PointerTo(array.Element, Type);
            default:
                return Canonical(type);
        }
    }

    private string? Alias(string name)
    {
        string? meaning = _aliases.GetValueOrDefault(name);
        _lookups?.Note(LookupKind.Alias, name, () => meaning ?? "");
        return meaning;
    }

    /// <summary>The C# type without aliases: two C types are the same in C# when these are equal.</summary>
    public string Canonical(CType type) => CSharp(type).Text;

    /// <summary>The same as an object.</summary>
    internal CsType CSharp(CType type)
    {
        if (!_isClosed)
        {
            return CsType.Of(Spelled(type));
        }

        if (!_canonical.TryGetValue(type, out CsType? known))
        {
            known = _canonical[type] = CsType.Of(Spelled(type));
        }

        return known;
    }

    private string Spelled(CType type)
    {
        CType canonical = type.Canonical;
        return canonical switch
        {
            BuiltinType builtin => Builtin(builtin),
            PointerType pointer => PointerTo(pointer.Pointee, Canonical),
            ArrayType array => PointerTo(array.Element, Canonical),
            RecordType { IsPadded: true } record => Padded(record),
            RecordType record => NameRecord(_program.Record(record.Decl)),
            EnumType enumeration => Canonical(enumeration.Decl.IntegerType),
            ComplexType complex => Complex(complex),
            VectorType vector => Vector(vector),
            FunctionType => "void",
            TypedefType typedef => Canonical(typedef.Underlying),
            _ => throw new InvalidOperationException(canonical.GetType().Name),
        };
    }

    /// <summary>Types that C# lacks and the program uses; of a view, those that were asked for by it.</summary>
    public OwnTypes Types { get; private set; } = new();

    private string LongDouble()
    {
        Types.HasLongDouble = true;
        return "long_double";
    }

    private string Number(BuiltinType type)
    {
        NumberShape shape = NumberShape.Of(type);
        Types.Numbers.TryAdd(shape.Name, shape);
        return shape.Name;
    }

    private string Padded(RecordType type)
    {
        string name = NameRecord(_program.Record(type.Decl)) + "_atomic";
        Types.PaddedRecords.TryAdd(name, type.Size);
        return name;
    }

    private string Complex(ComplexType type)
    {
        string element = Canonical(type.Element);
        Types.ComplexElements.Add(element);
        return OwnName("complex_" + element);
    }

    private string Vector(VectorType type)
    {
        VectorShape shape = new(Canonical(type.Element), type.Count, type.Size);
        Types.Add(shape);
        OwnName(shape.Mask);
        return OwnName(shape.Name);
    }

    /// <summary>A name that no struct of C gets any more.</summary>
    private string OwnName(string name)
    {
        if (!_isClosed || _program.Mode == TargetMode.HostedObject)
        {
            _typeNames.Add(name);
        }

        return name;
    }

    /// <summary>What the address of an argument of a canonical C# type is a multiple of: vectors of 16 bytes and more
    /// are aligned to their size (as clang and gcc do for i386 Linux), all else to a word.</summary>
    public long StackAlignment(string type) =>
        Types.Vectors.TryGetValue(type, out VectorShape? vector) && vector.Size >= 16 ? vector.Size : 4;

    private string PointerTo(CType pointee, Func<CType, string> spell)
    {
        CType canonical = pointee.Canonical;
        return canonical switch
        {
            FunctionType function => FunctionPointer(function),
            ArrayType array => PointerTo(array.Element, spell),
            BuiltinType { Kind: BuiltinKind.Void } => "void*",
            _ => spell(pointee) + "*",
        };
    }

    /// <summary>Pointer to a function of this type; extra arguments are those of a variadic or unprototyped
    /// call.</summary>
    public string FunctionPointer(FunctionType function, IEnumerable<string>? arguments = null) =>
        $"{Pointer}<{string.Concat((arguments ?? function.Parameters.Select(Canonical)).Select(p => p + ", "))}{Canonical(function.Return)}>";

    private string Builtin(BuiltinType type) =>
        type.Kind switch
        {
            BuiltinKind.Void => "void",
            BuiltinKind.Bool => "bool",
            BuiltinKind.Char or BuiltinKind.SChar => "sbyte",
            BuiltinKind.UChar => "byte",
            BuiltinKind.Short => "short",
            BuiltinKind.UShort or BuiltinKind.Char16 => "ushort",
            BuiltinKind.Int or BuiltinKind.Long or BuiltinKind.WChar => "int",
            BuiltinKind.UInt or BuiltinKind.ULong or BuiltinKind.Char32 => "uint",
            BuiltinKind.LongLong => "long",
            BuiltinKind.ULongLong => "ulong",
            BuiltinKind.Float => "float",
            BuiltinKind.Double => "double",
            BuiltinKind.LongDouble => LongDouble(),
            BuiltinKind.Number => Number(type),
            _ => throw new PortException(
                PortDiagnostic.Error(
                    "PORT3001",
                    SourceLocation.None,
                    $"the type '{type.Spelling}' has no C# counterpart"
                )
            ),
        };
}
