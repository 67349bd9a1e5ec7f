using Porting.Clang.Ast;
using Porting.Translator.Program;

namespace Porting.Translator.Handwritten;

/// <summary>
/// Ties handwritten methods to the C functions that they replace. Errors: PORT2010 no such function, PORT2011 other
/// number of parameters, PORT2012 replaced twice, PORT2013 one of several that units see, PORT2020 nothing to drop.
/// Whether the C has changed since is not asked here.
/// </summary>
internal static class ReplacementBinder
{
    public static void Bind(ProgramModel program, HandwrittenSources handwritten, List<PortDiagnostic> diagnostics)
    {
        foreach (Replacement replacement in handwritten.Replacements)
        {
            FunctionEntity? function = program.FindFunction(replacement.CFile, replacement.Name);
            if (function == null)
            {
                diagnostics.Add(
                    PortDiagnostic.Error(
                        "PORT2010",
                        replacement.Place,
                        $"{replacement.CFile} has no function '{replacement.Name}' to replace"
                    )
                );
                continue;
            }

            RefuseSeveral(program, function.Decl, replacement.Place, "replaced", diagnostics);
            if (function.Origin == FunctionOrigin.Replaced)
            {
                diagnostics.Add(
                    PortDiagnostic.Error(
                        "PORT2012",
                        replacement.Place,
                        $"'{replacement.Name}' of {replacement.CFile} is replaced twice"
                    )
                );
            }

            int expected = function.Decl.Parameters.Count + (function.IsVariadic ? 1 : 0);
            if (expected != replacement.ParameterCount)
            {
                diagnostics.Add(
                    PortDiagnostic.Error(
                        "PORT2011",
                        replacement.Place,
                        $"'{replacement.Name}' takes {expected} parameters in {function.Decl.Span.Location.File}({function.Decl.Span.StartLine}), here {replacement.ParameterCount}"
                    )
                );
            }

            function.Origin = FunctionOrigin.Replaced;
            function.ClassName = replacement.ClassName;
        }

        foreach (Drop drop in handwritten.Drops)
        {
            Apply(program, drop, diagnostics);
        }
    }

    /// <summary>A stand-in is written for one meaning.</summary>
    private static void RefuseSeveral(
        ProgramModel program,
        Decl decl,
        SourceLocation place,
        string what,
        List<PortDiagnostic> diagnostics
    )
    {
        if (program.Versions.HasSeveral(decl))
        {
            diagnostics.Add(
                PortDiagnostic.Error(
                    "PORT2013",
                    place,
                    $"'{decl.Name}' of {decl.File.Path} means different things in different units, and cannot be {what}"
                )
            );
        }
    }

    private static void Apply(ProgramModel program, Drop drop, List<PortDiagnostic> diagnostics)
    {
        FunctionEntity? function = program.FindFunction(drop.CFile, drop.Name);
        VariableEntity? variable = program.FindVariable(drop.CFile, drop.Name);
        if (((Decl?)function?.Decl ?? variable?.Decl) is { } decl)
        {
            RefuseSeveral(program, decl, drop.Place, "dropped", diagnostics);
        }

        if (function != null)
        {
            function.Origin = FunctionOrigin.Dropped;
        }
        else if (variable != null)
        {
            variable.IsDropped = true;
        }
        else
        {
            diagnostics.Add(
                PortDiagnostic.Error(
                    "PORT2020",
                    drop.Place,
                    $"{drop.CFile} has no function or variable '{drop.Name}' to drop"
                )
            );
        }
    }
}
