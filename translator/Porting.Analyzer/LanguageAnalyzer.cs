using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Porting.Analyzer;

/// <summary>
/// The language that the back end compiles (docs/backend.md, "The language"): what is outside of it is an error while
/// it is written. The back end itself says the same of the code that an image uses, by its IL; this says it of all
/// code, by its C#. Core library and runtime, which implement the language, are passed over.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class LanguageAnalyzer : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor Rule = new(
        "PORT5020",
        "Outside of the language that is compiled",
        "{0}",
        "Porting",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "There is no allocator, no exception and no run-time type in an image: see 'The language' in docs/backend.md."
    );

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => ImmutableArray.Create(Rule);

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(
            GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics
        );
        context.RegisterOperationAction(
            Look,
            OperationKind.ObjectCreation,
            OperationKind.AnonymousObjectCreation,
            OperationKind.TypeParameterObjectCreation,
            OperationKind.ArrayCreation,
            OperationKind.CollectionExpression,
            OperationKind.ArrayElementReference,
            OperationKind.DelegateCreation,
            OperationKind.Conversion,
            OperationKind.IsType,
            OperationKind.Throw,
            OperationKind.CatchClause,
            OperationKind.Lock,
            OperationKind.TypeOf,
            OperationKind.Await,
            OperationKind.YieldReturn,
            OperationKind.YieldBreak,
            OperationKind.Literal,
            OperationKind.FieldReference,
            OperationKind.InterpolatedString,
            OperationKind.DynamicInvocation,
            OperationKind.DynamicMemberReference,
            OperationKind.With,
            OperationKind.Invocation,
            OperationKind.PropertyReference
        );
    }

    private static void Look(OperationAnalysisContext context)
    {
        if (
            Outside(context.Operation) is { } message
            && !IsLibrary(context.ContainingSymbol)
            && !IsOfAttribute(context.Operation)
        )
        {
            context.ReportDiagnostic(Diagnostic.Create(Rule, context.Operation.Syntax.GetLocation(), message));
        }
    }

    private static bool IsLibrary(ISymbol symbol)
    {
        string space = symbol.ContainingNamespace?.ToDisplayString() ?? "";
        return space is "Porting" or "System" or "Internal"
            || space.StartsWith("System.", System.StringComparison.Ordinal)
            || space.StartsWith("Internal.", System.StringComparison.Ordinal);
    }

    private static bool IsOfAttribute(IOperation operation)
    {
        IOperation root = operation;
        while (root.Parent is { } parent)
        {
            root = parent;
        }

        return root is IAttributeOperation;
    }

    /// <returns>What is wrong with it; null for what is compiled.</returns>
    private static string? Outside(IOperation operation) =>
        operation switch
        {
            IObjectCreationOperation { Type: { IsReferenceType: true } type } =>
                $"'new {type.Name}' makes an object, which kernel C# has none of",
            IAnonymousObjectCreationOperation or IWithOperation { Type.IsReferenceType: true } =>
                "objects are not part of kernel C#",
            ITypeParameterObjectCreationOperation { Type: var type } =>
                $"'new {type?.Name}()' asks for a type at run time: use default({type?.Name})",
            IArrayCreationOperation array when !IsData(array) => Arrays,
            ICollectionExpressionOperation { Type: { } type } collection when !IsSpan(type) && !IsData(collection) =>
                Arrays,
            IArrayElementReferenceOperation => Arrays,
            IDelegateCreationOperation => "delegates are objects: use a function pointer",
            IConversionOperation conversion => Conversion(conversion),
            IIsTypeOperation { ValueOperand.Type.IsReferenceType: true } => "there are no types at run time",
            IThrowOperation => "exceptions cannot be thrown in kernel C#",
            ICatchClauseOperation => "exceptions cannot be caught in kernel C#: nothing throws any",
            ILockOperation => "'lock' wants an object: use the kernel's own locks",
            ITypeOfOperation => "there are no types at run time",
            IAwaitOperation => "'await' wants a scheduler and objects",
            IReturnOperation { Kind: OperationKind.YieldReturn or OperationKind.YieldBreak } => "iterators are objects",
            IInterpolatedStringOperation => Strings,
            ILiteralOperation { Type.SpecialType: SpecialType.System_String } literal when !IsOfCompiler(literal) =>
                Strings,
            IFieldReferenceOperation
            {
                Field: { HasConstantValue: true, Type.SpecialType: SpecialType.System_String }
            } use when !IsOfCompiler(use) => Strings,
            IDynamicInvocationOperation or IDynamicMemberReferenceOperation => "there are no types at run time",
            IInvocationOperation call => Call(call.TargetMethod, call.Instance),
            IPropertyReferenceOperation { Property: { } property, Instance: var instance } => (
                property.GetMethod ?? property.SetMethod
            )
                is { } accessor
                ? Call(accessor, instance)
                : null,
            _ => null,
        };

    private const string Arrays =
        "arrays at run time are not part of kernel C#: use a pointer, stackalloc, or a span over data";

    private const string Strings = "strings are objects: use a u8 literal";

    private static string? Conversion(IConversionOperation conversion)
    {
        ITypeSymbol? from = conversion.Operand.Type;
        ITypeSymbol? to = conversion.Type;
        if (conversion.ConstantValue.HasValue || from == null || to == null || conversion.OperatorMethod != null)
        {
            return null;
        }

        bool isBoxed = from.IsValueType && to.IsReferenceType;
        bool isUnboxed = from.IsReferenceType && to.IsValueType && !IsSpan(to);
        return isBoxed ? $"a value of {from.Name} is boxed, which needs an allocator"
            : isUnboxed ? "a value is unboxed: there are no objects in kernel C#"
            : null;
    }

    /// <summary>A call that is looked up in an object at run time.</summary>
    private static string? Call(IMethodSymbol method, IOperation? instance)
    {
        if (method.MethodKind == MethodKind.DelegateInvoke)
        {
            return "delegates are objects: use a function pointer";
        }

        // Of a type parameter that is a struct it is known which method it is.
        bool isKnown = instance?.Type is null or { TypeKind: TypeKind.TypeParameter } or { IsValueType: true };
        bool isLookedUp = method.IsVirtual || method.IsAbstract || method.IsOverride;
        return isKnown || !isLookedUp || method.IsStatic
            ? null
            : $"'{method.ContainingType.Name}.{method.Name}' is called on an object, which kernel C# has none of";
    }

    /// <summary>Initialisers of static fields and constant spans are laid out by the compiler.</summary>
    private static bool IsData(IOperation operation)
    {
        for (IOperation? at = operation; at != null; at = at.Parent)
        {
            if (at is IFieldInitializerOperation { InitializedFields: var fields })
            {
                return fields.All(f => f.IsStatic);
            }

            if (at.Type is { } type && IsSpan(type))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsSpan(ITypeSymbol type) =>
        type.OriginalDefinition.ToDisplayString() is "System.ReadOnlySpan<T>" or "System.Span<T>"
        || type.GetAttributes().Any(a => a.AttributeClass?.Name == "InlineArrayAttribute");

    /// <summary>A string that only the compiler sees: a constant's, nameof's.</summary>
    private static bool IsOfCompiler(IOperation operation)
    {
        for (IOperation? at = operation.Parent; at != null; at = at.Parent)
        {
            if (at is INameOfOperation)
            {
                return true;
            }

            if (at is IFieldInitializerOperation { InitializedFields: var fields })
            {
                return fields.All(f => f.IsConst);
            }

            if (at is IVariableDeclaratorOperation { Symbol.IsConst: true })
            {
                return true;
            }
        }

        return false;
    }
}
