using Porting.Clang.Ast;
using Porting.Translator.Assembly;
using Porting.Translator.CSharp;
using Porting.Translator.Names;
using Porting.Translator.Program;
using static Porting.Translator.Lower.CForms;
using static Porting.Translator.Lower.Conversions;

namespace Porting.Translator.Lower;

/// <summary><c>asm (...)</c> -> a call of the method that stands for it.</summary>
internal sealed class InlineAssembly(FunctionScope scope) : Construct(scope)
{
    /// <summary>Inline assembly -> a call of the method that stands for it.</summary>
    public void WriteAsm(AsmStmt statement)
    {
        if (statement.Template.Trim().Length == 0 && statement.Outputs.Count + statement.Jumps.Count == 0)
        {
            // An empty template is a compiler barrier.
            Write(statement, Cs.Call("rt.barrier", [], CsType.None));
            return;
        }

        string? SymbolOf(Decl decl) =>
            decl switch
            {
                VarDecl v => Context.Program.Variable(v).ObjectSymbol,
                FunctionDecl f => EntrySymbol(Context.Program.Function(f)),
                _ => null,
            };
        string Address(AsmAddress at) => (at.Base == null ? "" : SymbolOf(at.Base)) + "+" + at.Offset;
        string Constant(AsmOperand o) => o.Address is { } at ? Address(at) : $"{o.Value.Constant?.Bits}";
        string key = string.Join(
            '\n',
            statement
                .Outputs.Concat(statement.Inputs)
                .Select(o => $"{o.Name}|{o.Constraint}|{Canonical(o.Value.Type)}|{Constant(o)}")
                .Prepend(statement.Template)
                .Concat(statement.Clobbers)
                .Concat(statement.Jumps.Select(j => "goto " + j.Label.Name))
        );
        AsmContext context = new(Names.Canonical, SymbolOf);
        try
        {
            (string method, AsmResult result) = Context.Assembly.GetOrAdd(
                Class,
                Function.Name,
                key,
                () => InlineAsmCompiler.Compile(statement, context)
            );
            WriteAsmCall(statement, method, result);
        }
        catch (PortException refused)
        {
            Context.Diagnostics.AddRange(refused.Diagnostics);
        }
    }

    private static string EntrySymbol(FunctionEntity function)
    {
        function.NeedsEntry |= function.Origin is FunctionOrigin.Generated or FunctionOrigin.Replaced;
        return function.Symbol;
    }

    private void WriteAsmCall(AsmStmt statement, string method, AsmResult result)
    {
        Expr[] operands = [.. statement.Outputs.Concat(statement.Inputs).Select(o => o.Value)];
        // An output that is read as well is two arguments, or an argument and the result.
        Dictionary<int, Ex> places = result
            .Passing.Select(p => p.Index)
            .Append(0)
            .Distinct()
            .Where(i => i < statement.Outputs.Count && EvaluationOrder.HasEffect(operands[i]))
            .ToDictionary(i => i, i => Places.FoundOnce(operands[i]));
        Ex Operand(int i) => places.TryGetValue(i, out Ex place) ? place : Value(operands[i]);
        Ex OperandAddress(int i) =>
            places.TryGetValue(i, out Ex place)
                ? Cs.Unary("&", place, PointerTo(operands[i].Type))
                : Address(operands[i]);
        Func<Ex>[] lowered =
        [
            .. result.Passing.Select(p =>
                (Func<Ex>)(
                    () =>
                        p.Kind == AsmArgumentKind.InputValue
                            ? To(Operand(p.Index), CsType.Of(p.CastTo))
                            : OperandAddress(p.Index)
                )
            ),
        ];
        Ex call = Cs.Call(method, InOrder(lowered), CsType.Of(result.Function.ReturnType));
        if (result.ReturnsFirstOutput)
        {
            CsType type = Canonical(operands[0].Type);
            call = Assignments.Store(null, operands[0], Operand(0), To(call, type), type);
        }

        FlushHoisted(statement);
        WriteAsmJumps(statement, call);
    }

    /// <summary><c>asm goto</c>: the method says which label the template went to.</summary>
    private void WriteAsmJumps(AsmStmt statement, Ex call)
    {
        switch (statement.Jumps)
        {
            case []:
                Write(statement, call);
                break;
            case [var jump]:
                Ex isTaken = Cs.Binary(call, "!=", Cs.Number(0), Prec.Equality, CsType.Bool);
                Block taken = Block.Of(new GotoStatement(LabelName(jump.Label)) { Place = PlaceOf(statement.Span) });
                Write(statement, new IfStatement(isTaken.Node, taken));
                break;
            default:
                IEnumerable<Statement> sections = statement.Jumps.Select(
                    (j, i) => FlatStatements.JumpSection(new CaseLabel(Cs.Digits(i + 1)), LabelName(j.Label))
                );
                Write(statement, new SwitchStatement(call.Node, new([.. sections])));
                break;
        }
    }
}
