using System.Globalization;
using Porting.Clang.Ast;
using Porting.Translator.Assembly;
using Porting.Translator.CSharp;
using Porting.Translator.Emit;
using static Porting.Translator.Lower.CForms;
using static Porting.Translator.Lower.Conversions;

namespace Porting.Translator.Lower;

/// <summary>
/// Operations that a sanitizer looks at -> a method whose body is the operation in C, at its place of the file: clang
/// makes the check (CodeGen/CGExprScalar.cpp, EmitBinOpCheck), and names the file, the line and the column of the C.
/// <para><c>a + b</c> -> <c>add_12_9(a, b)</c>.</para>
/// </summary>
internal sealed class Checks(FunctionScope scope) : Construct(scope)
{
    public static readonly CType UnsignedInt = new BuiltinType
    {
        Kind = BuiltinKind.UInt,
        Spelling = "unsigned int",
        Size = 4,
        Align = 4,
    };

    public static readonly CType Memory = new PointerType
    {
        Pointee = new BuiltinType { Kind = BuiltinKind.Void, Spelling = "void" },
        Size = 4,
        Align = 4,
    };

    public Ex Operation(BinaryExpr binary)
    {
        Ex[] sides = InOrder(() => Operand(binary.Left), () => Operand(binary.Right));
        return Arithmetic(binary.Op, binary.Check!, binary.Type, sides, [binary.Left.Type, binary.Right.Type]);
    }

    /// <summary>Of <c>a op= b</c>, the values in the types that C computes in.</summary>
    public Ex Operated(CompoundAssignExpr assign, CheckedPlace check, Ex left, Ex right)
    {
        CType type = assign.ComputationResultType;
        Ex by = Exact(right, Canonical(assign.Right.Type));
        return Arithmetic(assign.Op, check, type, [left, by], [type, assign.Right.Type]);
    }

    /// <summary><c>old + 1</c> of <c>x++</c>.</summary>
    public Ex Stepped(UnaryExpr step, CheckedPlace check, Ex old)
    {
        bool isIncrement = step.Op is UnaryOp.PreInc or UnaryOp.PostInc;
        (string name, string op) = isIncrement ? ("add", "+") : ("sub", "-");
        string type = Spelled(step.Operand);
        return Call(
            name,
            check,
            $"({{ typedef {type} $N0; ($N0)$0{At(check)}{op} ($N0)1; }})",
            (step.Type, type),
            [(old, step.Type)]
        );
    }

    public Ex Negated(UnaryExpr unary, CheckedPlace check)
    {
        string type = Spelled(unary);
        return Call(
            "neg",
            check,
            $"({{ typedef {type} $N0; {At(check)}- ($N0)$0; }})",
            (unary.Type, type),
            [(Operand(unary.Operand), unary.Type)]
        );
    }

    /// <summary>The common type has one name, the operands of a shift one each.</summary>
    private Ex Arithmetic(BinaryOp op, CheckedPlace check, CType type, Ex[] sides, CType[] types)
    {
        string result = CSpelling.Of(type)!;
        string[] spelled = [.. types.Select(t => CSpelling.Of(t)!)];
        bool isShift = op is BinaryOp.Shl or BinaryOp.Shr;
        string second = isShift ? "$N1" : "$N0";
        string named = isShift
            ? $"typedef {spelled[0]} $N0; typedef {spelled[1]} $N1; "
            : $"typedef {spelled[0]} $N0; ";
        return Call(
            NameOf(op),
            check,
            $"({{ {named}($N0)$0{At(check)}{Operator(op).Op} ({second})$1; }})",
            (type, result),
            [.. sides.Zip(types)]
        );
    }

    private static string NameOf(BinaryOp op) =>
        op switch
        {
            BinaryOp.Add => "add",
            BinaryOp.Sub => "sub",
            BinaryOp.Mul => "mul",
            BinaryOp.Div => "div",
            BinaryOp.Rem => "rem",
            BinaryOp.Shl => "shl",
            _ => "shr",
        };

    private Ex Operand(Expr expr) => Exact(Numeric(Value(expr)), Canonical(expr.Type));

    private static string Spelled(Expr expr) => CSpelling.Of(expr.Type)!;

    /// <summary>What follows stands at that place.</summary>
    public static string At(CheckedPlace check)
    {
        return $"\n# {check.Line} {FunctionFacts.Quoted(check.File)}\n{new string(' ', check.Column - 1)}";
    }

    public static string Number(long count) => count.ToString(CultureInfo.InvariantCulture);

    /// <param name="code">C; $N0 and so on are the types that the check names.</param>
    /// <param name="spared">Sanitizers that would look at more than the operation.</param>
    public Ex Call(
        string name,
        CheckedPlace check,
        string code,
        (CType Type, string Spelled) result,
        (Ex Value, CType Type)[] arguments,
        string spared = ""
    )
    {
        CsType type = Canonical(result.Type);
        int serial = Context.CheckSerials.Of(check);
        string method = Context.Expressions.GetOrAdd(
            Class,
            $"{name}_{check.Line}_{check.Column}",
            new ClangExpression(
                serial > 1 ? $"/* {Number(serial)} */ {code}" : code,
                string.Join(';', arguments.Select(a => CSpelling.Of(a.Type)!).Prepend(result.Spelled)),
                "",
                type.Text,
                [.. arguments.Select(a => Canonical(a.Type).Text)]
            )
            {
                Checks = string.Join('\n', check.Types),
                Spared = $"{Spared} {spared}".Trim(),
            }
        );
        return Cs.Call(method, [.. arguments.Select(a => a.Value)], type);
    }

    private string Spared => string.Join(' ', SparedBy(Function));

    /// <summary>The function's attributes no_sanitize.</summary>
    public static IEnumerable<string> SparedBy(FunctionDecl function) =>
        function.Attributes.Where(a => a.Kind == "NoSanitize").SelectMany(a => a.Arguments);
}
