using Porting.Clang.Ast;
using Porting.Translator.CSharp;
using Porting.Translator.Names;

namespace Porting.Translator.Lower;

/// <summary>
/// The lowering of one construct. What it needs of other constructs it asks their classes for; what all need is here:
/// types, names, temporaries, and what stands in front of the statement under way.
/// </summary>
internal abstract class Construct(FunctionScope scope)
{
    protected FunctionScope Scope => scope;

    protected LoweringContext Context => scope.Context;

    protected FunctionDecl Function => scope.Function;

    protected string Class => scope.Class;

    protected StatementList Out => scope.Out;

    protected LocalNames LocalNames => scope.LocalNames;

    protected EvaluationOrder Order => scope.Order;

    protected JumpPlan Jumps => scope.Jumps;

    protected ProgramNames Names => scope.Context.Names;

    /// <summary>The value of an expression (for lvalues: the place, usable as a value and as an assignment target;
    /// arrays: pointer to the first element).</summary>
    protected Ex Value(Expr expr) => scope.Expressions.Lower(expr);

    /// <summary>An expression where C asks whether it is zero; always of type bool.</summary>
    protected Ex Condition(Expr expr) => scope.Conditions.Lower(expr);

    /// <summary><c>&amp;place</c>, typed as the pointer that C has.</summary>
    protected Ex Address(Expr place) => scope.Places.AddressOf(place);

    protected CsType Canonical(CType type) => Names.CSharp(type);

    /// <summary>By its alias, where C has one and C# as well.</summary>
    protected CsType Written(CType type) => CsType.Of(Names.Type(type));

    protected CsType PointerTo(CType type) =>
        Canonical(
            new PointerType
            {
                Pointee = type,
                Size = 4,
                Align = 4,
            }
        );

    protected void Error(string code, Stmt at, string message) =>
        Context.Diagnostics.Add(PortDiagnostic.Error(code, at.Span.Location, message));

    /// <summary>An expression that stands for one that could not be lowered; the error has been reported, nothing will
    /// be written.</summary>
    protected Ex Failed(string code, Expr at, string message)
    {
        Error(code, at, message);
        return Cs.Default(Canonical(at.Type));
    }

    protected string NewTemporary() => scope.NewTemporary();

    protected void Hoist(Statement statement) => Out.Hoist(statement);

    protected void Hoist(Ex effect) => Out.Hoist(Cs.Do(effect));

    /// <summary>Saves a value in front of the statement under a new name.</summary>
    protected Ex Save(Ex value)
    {
        string name = NewTemporary();
        Hoist(Cs.Declare(value.Type, name, value));
        return Cs.Name(name, value.Type) with { IsStable = true };
    }

    protected Ex Stable(Ex value) => value.IsStable ? value : Save(value);

    /// <summary>
    /// Lowers operands in order. When a later one has to put statements in front, the earlier ones are saved there
    /// first: C# evaluates them before, and so did the C that was chosen.
    /// </summary>
    protected Ex[] InOrder(params Func<Ex>[] operands)
    {
        Ex[] values = new Ex[operands.Length];
        for (int i = 0; i < operands.Length; i++)
        {
            (values[i], List<Statement> mine) = Out.Captured(operands[i]);
            if (mine.Count == 0)
            {
                continue;
            }

            for (int earlier = 0; earlier < i; earlier++)
            {
                if (!values[earlier].IsStable && values[earlier].Const == null && !values[earlier].Type.IsNone)
                {
                    values[earlier] = Save(values[earlier]);
                }
            }

            Out.Hoist(mine);
        }

        return values;
    }

    protected void FlushHoisted(Stmt at) => Out.Flush(PlaceOf(at.Span));

    protected static CPlace PlaceOf(Span span) => new(span.File.Path, span.StartLine);

    /// <summary>A statement that comes from one of C.</summary>
    protected void Write(Stmt at, Statement statement) => Out.Add(statement with { Place = PlaceOf(at.Span) });

    protected void Write(Stmt at, Ex effect) => Write(at, Cs.Do(effect));

    protected Assignments Assignments => scope.Assignments;

    protected AtomicOperators AtomicOperators => scope.AtomicOperators;

    protected Atomics Atomics => scope.Atomics;

    protected BuiltinCalls BuiltinCalls => scope.BuiltinCalls;

    protected Calls Calls => scope.Calls;

    protected Casts Casts => scope.Casts;

    protected CheckedAccesses CheckedAccesses => scope.CheckedAccesses;

    protected Checks Checks => scope.Checks;

    protected ClangBuiltins ClangBuiltins => scope.ClangBuiltins;

    protected Cleanups Cleanups => scope.Cleanups;

    protected ComplexNumbers ComplexNumbers => scope.ComplexNumbers;

    protected CompoundAssignments CompoundAssignments => scope.CompoundAssignments;

    protected Conditionals Conditionals => scope.Conditionals;

    protected Conditions Conditions => scope.Conditions;

    protected Effects Effects => scope.Effects;

    protected Expressions Expressions => scope.Expressions;

    protected FlatStatements FlatStatements => scope.FlatStatements;

    protected Guards Guards => scope.Guards;

    protected Initializers Initializers => scope.Initializers;

    protected InlineAssembly InlineAssembly => scope.InlineAssembly;

    protected Lengths Lengths => scope.Lengths;

    protected LibraryBuiltins LibraryBuiltins => scope.LibraryBuiltins;

    protected Literals Literals => scope.Literals;

    protected Locals Locals => scope.Locals;

    protected Loops Loops => scope.Loops;

    protected Members Members => scope.Members;

    protected Operators Operators => scope.Operators;

    protected Places Places => scope.Places;

    protected PointerCalls PointerCalls => scope.PointerCalls;

    protected Pointers Pointers => scope.Pointers;

    protected SeenTypes SeenTypes => scope.SeenTypes;

    protected StatementComments StatementComments => scope.StatementComments;

    protected Statements Statements => scope.Statements;

    protected Steps Steps => scope.Steps;

    protected Switches Switches => scope.Switches;

    protected Vectors Vectors => scope.Vectors;
}
