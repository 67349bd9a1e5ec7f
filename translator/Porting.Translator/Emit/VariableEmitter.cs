using Porting.Clang.Ast;
using Porting.Translator.Lower;
using Porting.Translator.Names;
using Porting.Translator.Program;

namespace Porting.Translator.Emit;

/// <summary>
/// A C variable as a static field: <c>int x = 5;</c> -> <c>internal static int x = 5;</c>, an array as a readonly
/// pointer that is the array (rt.data.cs). What C says and C# has no word for stands in <c>[Variable(...)]</c>.
/// </summary>
internal sealed class VariableEmitter(LoweringContext context, string inClass)
{
    private ProgramNames Names => context.Names;

    /// <summary>A definition.</summary>
    public LineBuilder Define(VariableEntity variable, VarDecl whole, CommentFeed? comments)
    {
        bool isLiteral =
            whole.Image?.Relocations is [{ Literal: CompoundLiteralExpr, Offset: 0 }]
            && whole.Type.Canonical is PointerType;
        string head = Head(variable, whole, isLiteral);
        if (whole is { Image: { } image, Initializer: not null })
        {
            return new InitializerWriter(context, inClass, comments).Write(head, whole, image);
        }

        LineBuilder line = new();
        line.Start(whole.Span.StartLine);
        return line.Append(head).Append(Uninitialized(whole.Type, isExtern: false));
    }

    /// <summary><c>register unsigned long sp asm("esp");</c> -> a property that is the register.</summary>
    public string StackPointer(VariableEntity variable)
    {
        string type = FieldType(variable.Decl.Type);
        const string Inlined = "[MethodImpl(MethodImplOptions.AggressiveInlining)]";
        return $"internal static {type} {variable.CSharpName} {{ {Inlined} get => ({type})rt.stack_pointer(); {Inlined} set => rt.set_stack_pointer((void*)value); }}";
    }

    /// <summary>A variable that the C declares and somebody else defines.</summary>
    public string Declare(VariableEntity variable)
    {
        List<string> facts = Symbol(variable, variable.Symbol);
        facts.Add("IsExtern = true");
        FunctionFacts.AddIf(facts, variable.IsWeakReference && !FunctionFacts.IsAlias(variable.Decl), "IsWeak = true");
        string type = FieldType(variable.Decl.Type);
        string word = variable.Decl.Type.Canonical is ArrayType ? "readonly " : "";
        return $"[Variable({string.Join(", ", facts)})] {Thread(variable.Decl)}internal static {word}{type} {variable.CSharpName}{Uninitialized(variable.Decl.Type, isExtern: true)}";
    }

    private string Uninitialized(CType type, bool isExtern) =>
        type.Canonical is ArrayType array
            ? $" = {ArrayText.Of(Names, array).Zeros(isExtern ? 0 : CountOf(array))};"
            : ";";

    /// <summary>"int a[];" alone: one element, as C11 6.9.2 says.</summary>
    private static long CountOf(ArrayType array)
    {
        long each = Math.Max(1, Innermost(array).Canonical.Size);
        return array.Size >= 0 ? array.Size / each
            : array.Element.Canonical.Size > 0 ? array.Element.Canonical.Size / each
            : 1;
    }

    private static CType Innermost(CType type) => type.Canonical is ArrayType array ? Innermost(array.Element) : type;

    private string FieldType(CType type) =>
        type.Canonical switch
        {
            ArrayType array => ArrayText.Of(Names, array).Pointer,
            BuiltinType { Kind: BuiltinKind.Void } or FunctionType => "byte", // extern void end: an address only
            _ => Names.Type(type),
        };

    private static string Thread(VarDecl decl) => decl.IsThreadLocal ? "[System.ThreadStatic] " : "";

    private string Head(VariableEntity variable, VarDecl whole, bool isLiteral)
    {
        bool isConst = Innermost(whole.Type).IsConst;
        bool isArray = whole.Type.Canonical is ArrayType;
        bool isReadonly = isArray || isConst && !isLiteral && !IsVolatile(whole.Type) && !whole.IsThreadLocal;
        List<string> facts = Facts(variable, whole);
        FunctionFacts.AddIf(facts, isConst && (isArray || !isReadonly), "IsConst = true");
        string said = facts.Count == 0 ? "" : $"[Variable({string.Join(", ", facts)})] ";
        string access = variable.IsPrivate || variable.Decl.IsStaticLocal ? "private" : "internal";
        return $"{said}{Thread(whole)}{access} static {(isReadonly ? "readonly " : "")}{FieldType(whole.Type)} {variable.CSharpName}";
    }

    /// <summary>Or has a member that is: it is read by reference, which C# gives of no readonly field.</summary>
    private bool IsVolatile(CType type) =>
        type.IsVolatile
        || type.Canonical switch
        {
            ArrayType array => IsVolatile(array.Element),
            RecordType record => context.Program.Record(record.Decl).Fields.Any(f => IsVolatile(f.Type)),
            _ => false,
        };

    private List<string> Facts(VariableEntity variable, VarDecl whole)
    {
        VarDecl decl = variable.Decl;
        List<string> facts = Symbol(variable, variable.ObjectSymbol);
        string? section = decl.Attributes.FirstOrDefault(a => a.Name == "section")?.Arguments[0];
        bool isWeak = decl.Attributes.Any(a => a.Name is "weak" or "selectany");
        FunctionFacts.AddIf(
            facts,
            variable is { IsStatic: true, IsPrivate: false } && !decl.IsStaticLocal,
            "IsStatic = true"
        );
        FunctionFacts.AddIf(facts, section != null, $"Section = {FunctionFacts.Quoted(section ?? "")}");
        FunctionFacts.AddIf(facts, isWeak, "IsWeak = true");
        FunctionFacts.AddIf(
            facts,
            decl.Definition == VarDefinition.Common
                && section == null
                && !variable.IsStatic
                && !isWeak
                && !decl.IsThreadLocal,
            "IsCommon = true"
        );
        FunctionFacts.AddIf(facts, decl.Attributes.Any(a => a.Name is "used" or "retain"), "IsUsed = true");
        int align = AlignOf(decl);
        FunctionFacts.AddIf(facts, align != NaturalAlign(whole.Type), $"Align = {align}");
        FunctionFacts.AddIf(facts, whole.Type.Canonical is RecordType { Size: 0 }, "Size = 0");
        FunctionFacts.AddVisibility(facts, decl);
        return facts;
    }

    /// <summary>As clang aligns a variable: 64-bit numbers by their size, though inside of a struct they are at
    /// words (ASTContext::getPreferredTypeAlign).</summary>
    private static int AlignOf(VarDecl decl)
    {
        int align = Math.Max(Math.Max(1, Math.Max(decl.Type.Align, decl.Type.Canonical.Align)), decl.AlignedTo);
        CType element = Innermost(decl.Type);
        CType number = element.Canonical is ComplexType complex ? complex.Element.Canonical : element.Canonical;
        bool isWide =
            number is BuiltinType { Size: 8, Kind: not BuiltinKind.Number } or EnumType { Size: 8 }
            && element.Align == element.Canonical.Align;
        // LLVM lays integers of more than 64 bits as one of 128, whatever is asked of it.
        bool isWidest = number is BuiltinType { Size: > 8, Kind: BuiltinKind.Number };
        return isWidest ? Math.Max(align, 16)
            : isWide ? Math.Max(align, 8)
            : align;
    }

    /// <summary>What the back end takes of the C# type; of structs, which have more to them, none is taken for
    /// granted beyond the usual.</summary>
    private int NaturalAlign(CType type) =>
        Innermost(type).Canonical switch
        {
            RecordType { Decl: { Align: 4, IsPacked: false } record }
                when context.Program.Record(record).Fields.Any(IsWord) => 4,
            RecordType => -1,
            ComplexType or VectorType => -1,
            BuiltinType { Kind: BuiltinKind.LongDouble } => 4,
            BuiltinType { Kind: BuiltinKind.Number } number => (int)Math.Min(4, number.Size),
            var scalar => (int)Math.Clamp(scalar.Size, 1, 8),
        };

    private static bool IsWord(FieldDecl field) =>
        field is { IsBitField: false }
        && Innermost(field.Type).Canonical is BuiltinType { Size: >= 4 } or PointerType or EnumType { Size: >= 4 };

    private static List<string> Symbol(VariableEntity variable, string symbol) =>
        symbol == variable.CSharpName.TrimStart('@') ? [] : [FunctionFacts.Quoted(symbol)];
}
