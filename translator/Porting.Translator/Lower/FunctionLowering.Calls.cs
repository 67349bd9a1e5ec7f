using Porting.Clang.Ast;
using Porting.Translator.Assembly;
using Porting.Translator.CSharp;
using Porting.Translator.Names;
using Porting.Translator.Program;
using Porting.Translator.Text;

namespace Porting.Translator.Lower;

internal sealed partial class FunctionLowering
{
    private Ex Call(CallExpr call)
    {
        if (call.Builtin.Length > 0)
        {
            return BuiltinCall(call);
        }

        CsType result = call.Type.Canonical is BuiltinType { Kind: BuiltinKind.Void }
            ? CsType.Void
            : Canonical(call.Type);
        return call.Target is { } target && Strip(Unwrapped(call.Callee)) is DeclRefExpr { Decl: FunctionDecl }
            ? DirectCall(call, target, result)
            : PointerCall(call, result);
    }

    private static Expr Unwrapped(Expr callee)
    {
        Expr inner = Strip(callee);
        while (inner is CastExpr { Kind: CastKind.FunctionToPointerDecay } cast)
        {
            inner = Strip(cast.Operand);
        }

        return inner;
    }

    private Ex DirectCall(CallExpr call, FunctionDecl target, CsType result)
    {
        FunctionEntity function = _context.Program.Function(target);
        if (function.Origin == FunctionOrigin.Dropped)
        {
            Error(
                "PORT2021",
                call,
                $"'{function.Name}' is dropped by handwritten code, but this translated code still calls it"
            );
        }

        FunctionType type = function.Decl.Type;
        if (_context.IsHosted && function.Origin == FunctionOrigin.Foreign)
        {
            return ForeignCall(call, function, result);
        }

        if (
            function.Origin == FunctionOrigin.Foreign
            && type is { HasPrototype: true, IsVariadic: false }
            && CSignature.Of(type.Parameters, type.Return, type.IsVariadic, type.Convention) is { IsPlain: false }
        )
        {
            // assembler of a kernel: a plain call would be what C# takes for the C convention
            return ForeignCall(call, function, result);
        }

        if (_context.IsHosted && function is { Origin: FunctionOrigin.Generated, IsWeak: true })
        {
            return CallThrough(
                call,
                type,
                () =>
                    Cs.Name(Names.FunctionAddress(function, _class), CsType.Of(Names.FunctionPointer(type))) with
                    {
                        IsStable = true,
                    },
                result
            );
        }

        int fixedCount =
            function.Decl.Parameters.Count > 0 || function.Decl.HasBody || type.HasPrototype
                ? Math.Max(type.Parameters.Count, function.Decl.Parameters.Count)
                : call.Arguments.Count;
        if (_context.IsHosted && !function.IsVariadic && call.Arguments.Count < fixedCount)
        {
            return EntryCall(call, function, result);
        }

        CsType ParameterType(int i) =>
            i < function.Decl.Parameters.Count ? Canonical(function.Decl.Parameters[i].PassedType)
            : i < type.Parameters.Count ? Canonical(type.Parameters[i])
            : Promoted(call.Arguments[i]);
        // What nobody takes, and empty structs, which have no room among variable arguments, are evaluated only.
        bool[] isPassed =
        [
            .. call.Arguments.Select(
                (a, i) => i < fixedCount || (function.IsVariadic && a.Type.Canonical is not RecordType { Size: 0 })
            ),
        ];
        Expr[] passed = [.. call.Arguments.Where((_, i) => isPassed[i])];
        Ex[] values = InOrder([
            .. call.Arguments.Select(
                (a, i) =>
                    (Func<Ex>)(
                        () =>
                            isPassed[i]
                                ? Argument(
                                    a,
                                    i < fixedCount ? ParameterType(i) : Promoted(a),
                                    isVariable: i >= fixedCount
                                )
                                : ForNothing(a)
                    )
            ),
        ]);
        // What a kernel's call leaves out has some value in C, too.
        Ex[] arguments =
        [
            .. values.Where((_, i) => isPassed[i]),
            .. Enumerable.Repeat(Cs.Default(CsType.None), Math.Max(0, fixedCount - call.Arguments.Count)),
        ];
        if (function.IsVariadic && function.Origin != FunctionOrigin.Foreign)
        {
            _context.Variadics.Add(
                function.IsStatic ? $"{function.File!.Path}:{function.Name}" : function.Name,
                passed.Skip(fixedCount).Select(a => Promoted(a).Text)
            );
        }

        Ex called = Cs.Call(Unhidden(Names.Function(function, _class), function.ClassName), arguments, result);
        bool isOther = result.IsAnyPointer && !_context.Program.Versions.IsEmpty && Canonical(type.Return) != result;
        return isOther
            ? To(called with { Type = Canonical(type.Return) }, result)
            : called with
            {
                Type = result == CsType.Void ? CsType.None : result,
            };
    }

    /// <summary>A C function of another object: by its own method when it has a prototype, else by one for the types
    /// that this call passes.</summary>
    private Ex ForeignCall(CallExpr call, FunctionEntity function, CsType result)
    {
        FunctionType type = function.Decl.Type;
        bool isVariable = type.IsVariadic || !type.HasPrototype;
        int fixedCount = type.HasPrototype ? type.Parameters.Count : 0;
        CsType TypeOf(int i) => i < fixedCount ? Canonical(type.Parameters[i]) : Promoted(call.Arguments[i]);
        CType PassedAs(int i) => i < fixedCount ? type.Parameters[i] : call.Arguments[i].Type;
        Ex[] arguments = InOrder([
            .. call.Arguments.Select((a, i) => (Func<Ex>)(() => Argument(a, TypeOf(i), isVariable: i >= fixedCount))),
        ]);
        CSignature signature = CSignature.Of(
            call.Arguments.Select((_, i) => PassedAs(i)),
            type.Return,
            type.IsVariadic,
            type.Convention
        );
        if (signature.Refusal is { } refusal)
        {
            return Failed(refusal.Code, call, $"'{function.Name}' is called across objects, but {refusal.Reason}");
        }

        _context.Foreign.Add(
            new ForeignCall(
                function,
                [.. call.Arguments.Select((_, i) => TypeOf(i).Text)],
                Names.Canonical(type.Return),
                signature,
                isVariable
            )
        );
        Ex called = Cs.Call(Unhidden(Names.Function(function, _class), function.ClassName), arguments, result);
        CsType made = Canonical(type.Return);
        // a library's function that the program declares with a type of its own
        return result == CsType.Void ? called with { Type = CsType.None }
            : made == result || made == CsType.Void ? called
            : To(called with { Type = made }, result);
    }

    private Ex ForNothing(Expr value)
    {
        HoistEffects([value]);
        return Ex.Nothing;
    }

    /// <summary>A call that does not fit the definition: through the C entry, where C lets it pass.</summary>
    private Ex EntryCall(CallExpr call, FunctionEntity function, CsType result)
    {
        Ex[] arguments = InOrder([
            .. call.Arguments.Select(a => (Func<Ex>)(() => Argument(a, Promoted(a), isVariable: true))),
        ]);
        string[] types = [.. call.Arguments.Select(a => Promoted(a).Text)];
        CSignature signature = CSignature.Of(
            call.Arguments.Select(a => a.Type),
            function.Decl.Type.Return,
            isVariadic: true,
            function.Decl.Type.Convention
        );
        if (!signature.IsPlain)
        {
            ForeignCall indirect = new(null, types, result.Text, signature, false);
            _context.Foreign.Add(indirect);
            Ex entry = Cs.Name(Names.FunctionAddress(function, _class), CsType.VoidPointer);
            return Cs.Call(indirect.Method, arguments.Prepend(entry), result) with
            {
                Type = result == CsType.Void ? CsType.None : result,
            };
        }

        Ex pointer = Cs.Cast(
            CsType.Of(Names.FunctionPointer(function.Decl.Type, types)),
            Cs.Name(Names.FunctionAddress(function, _class), CsType.VoidPointer)
        );
        return Cs.Call(pointer, arguments, result) with { Type = result == CsType.Void ? CsType.None : result };
    }

    /// <summary>A variable argument has exactly its promoted type, so that overload resolution is not in
    /// doubt.</summary>
    private Ex Argument(Expr argument, CsType type, bool isVariable)
    {
        Ex value = Value(argument);
        if (!isVariable)
        {
            return To(value, type).Wanted;
        }

        if (value.Type.IsNone)
        {
            return Cs.Cast(CsType.VoidPointer, Cs.Null);
        }

        // by C#, too, which prefers int to any other overload
        bool isPromoted = type == CsType.Int && value.Type.IsPromoted;
        return isPromoted || (value.Type.IsPointer && type == CsType.VoidPointer) ? value
            : value.Const != null && type == CsType.Int && value.Type == CsType.Int ? value
            : value.Type == type && !value.IsLoose ? value
            : ForceTo(value, type);
    }

    private static Ex ForceTo(Ex value, CsType type) =>
        value.Type == CsType.Bool ? To(value, type)
        : value.Const < 0 && type.IsUnsigned ? To(value, type)
        : CastTo(type, type, value);

    /// <summary>Types that a va_list distinguishes on i386: every pointer is one word.</summary>
    private CsType Promoted(Expr argument)
    {
        CsType type = argument.Type.Canonical is FunctionType ? CsType.VoidPointer : Canonical(argument.Type);
        return type.IsAnyPointer ? CsType.VoidPointer
            : type == CsType.Bool || type.IsNarrow ? CsType.Int
            : type == CsType.Float ? CsType.Double
            : type;
    }

    /// <summary>A call through a pointer; where the type has no prototype or variable arguments, the pointer is cast to
    /// the type that this call has.</summary>
    private Ex PointerCall(CallExpr call, CsType result)
    {
        Expr callee = Strip(call.Callee);
        while (callee is CastExpr { Kind: CastKind.FunctionToPointerDecay, Operand: var decayed })
        {
            Expr place = Strip(decayed);
            callee = place is UnaryExpr { Op: UnaryOp.Deref } deref ? Strip(deref.Operand) : place;
        }

        FunctionType type = callee.Type.Canonical is PointerType { Pointee.Canonical: FunctionType pointed }
            ? pointed
            : (FunctionType)callee.Type.Canonical;
        return CallThrough(call, type, () => Value(callee), result);
    }

    private Ex CallThrough(CallExpr call, FunctionType type, Func<Ex> callee, CsType result)
    {
        bool isExact = type.HasPrototype && !type.IsVariadic;
        Func<Ex>[] operands =
        [
            callee,
            .. call.Arguments.Select(
                (a, i) =>
                    (Func<Ex>)(
                        () =>
                            To(
                                Value(a),
                                isExact || i < type.Parameters.Count ? Canonical(type.Parameters[i]) : Promoted(a)
                            )
                    )
            ),
        ];
        Ex[] values = InOrder(operands);
        values[0] = Typed(values[0], new PointerType { Pointee = type });
        CSignature signature = CSignature.Of(
            call.Arguments.Select((a, i) => isExact || i < type.Parameters.Count ? type.Parameters[i] : a.Type),
            type.Return,
            type.IsVariadic,
            type.Convention
        );
        if (signature.Refusal is { } refusal)
        {
            return Failed(refusal.Code, call, $"what is called through the pointer {refusal.Reason}");
        }

        string[] types =
        [
            .. call.Arguments.Select(
                (a, i) => isExact || i < type.Parameters.Count ? Names.Canonical(type.Parameters[i]) : Promoted(a).Text
            ),
        ];
        if (!signature.IsPlain)
        {
            // C# knows no registers, and not how C passes structs.
            ForeignCall indirect = new(null, types, Names.Canonical(type.Return), signature, false);
            _context.Foreign.Add(indirect);
            return Cs.Call(indirect.Method, values, result) with
            {
                Type = result == CsType.Void ? CsType.None : result,
            };
        }

        Ex pointer = isExact ? values[0] : Cs.Cast(CsType.Of(Names.FunctionPointer(type, types)), values[0]);
        return Cs.Call(pointer, values.Skip(1), result) with { Type = result == CsType.Void ? CsType.None : result };
    }

    /// <summary><c>va_arg(ap, T)</c>: reads a slot and steps over it (System V ABI i386: every argument takes a
    /// multiple of 4 bytes, and wide vectors lie at a multiple of their size).</summary>
    private Ex VaArg(VaArgExpr arg)
    {
        CsType type = Canonical(arg.Type);
        Expr place = arg.List is CastExpr { Kind: CastKind.LValueToRValue } load ? load.Operand : arg.List;
        if (Names.StackAlignment(type.Text) is var align and > 4)
        {
            Ex at = FoundOnce(place);
            Ex behind = Cs.Binary(AlignedUp(at, align), "+", Cs.Number(align), Prec.Additive, CsType.UInt);
            return Slot(Cs.Assign(at, "=", Cs.Cast(Canonical(place.Type), behind)), align, type);
        }

        Ex list = Value(place);
        long slot = (arg.Type.Canonical.Size + 3) & ~3L; // as on the stack
        return Slot(Cs.Assign(list, "+=", Cs.Number(slot)), slot, type);
    }

    /// <summary><c>*(T*)((list += 4) - 4)</c>: what lies below a list that has been moved on.</summary>
    private static Ex Slot(Ex moved, long size, CsType type) =>
        Cs.Unary("*", Cs.Cast(type.Pointer, Cs.Binary(moved, "-", Cs.Number(size), Prec.Additive, moved.Type)), type);

    /// <summary>Inline assembly -> a call of the method that stands for it.</summary>
    private void WriteAsm(AsmStmt statement)
    {
        if (statement.Template.Trim().Length == 0 && statement.Outputs.Count + statement.Jumps.Count == 0)
        {
            // An empty template is a compiler barrier.
            _out.Line("rt.barrier();", statement.Span.File.Path, statement.Span.StartLine);
            return;
        }

        string? SymbolOf(Decl decl) =>
            decl switch
            {
                VarDecl v => _context.Program.Variable(v).ObjectSymbol,
                FunctionDecl f => EntrySymbol(_context.Program.Function(f)),
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
            (string method, AsmResult result) = _context.Assembly.GetOrAdd(
                _class,
                _function.Name,
                key,
                () => InlineAsmCompiler.Compile(statement, context)
            );
            WriteAsmCall(statement, method, result);
        }
        catch (PortException refused)
        {
            _context.Diagnostics.AddRange(refused.Diagnostics);
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
            .ToDictionary(i => i, i => FoundOnce(operands[i]));
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
            call = Store(null, operands[0], Operand(0), To(call, type), type);
        }

        FlushHoisted(statement);
        WriteAsmJumps(statement, call);
    }

    /// <summary><c>asm goto</c>: the method says which label the template went to.</summary>
    private void WriteAsmJumps(AsmStmt statement, Ex call)
    {
        (string file, int line) = (statement.Span.File.Path, statement.Span.StartLine);
        switch (statement.Jumps)
        {
            case []:
                _out.Line(call.Text + ";", file, line);
                break;
            case [var jump]:
                _out.Open($"if ({call.Text} != 0)", file, line);
                _out.Line($"goto {LabelName(jump.Label)};", file, line);
                _out.Close();
                break;
            default:
                _out.Open($"switch ({call.Text})", file, line);
                for (int i = 0; i < statement.Jumps.Count; i++)
                {
                    _out.Line($"case {i + 1}:", file, line);
                    _out.Line($"    goto {LabelName(statement.Jumps[i].Label)};", file, line);
                }

                _out.Close();
                break;
        }
    }
}
