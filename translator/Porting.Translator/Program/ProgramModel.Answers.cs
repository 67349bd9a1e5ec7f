using Porting.Translator.Output;

namespace Porting.Translator.Program;

/// <summary>What a later run has to know of the program to use what an earlier one has made.</summary>
public sealed partial class ProgramModel
{
    /// <summary>What the program says now to a question of an earlier run.</summary>
    internal string Answer(LookupKind kind, string key) =>
        kind switch
        {
            LookupKind.Function => _tables.Functions.TryGetValue(key, out FunctionEntity? function)
                ? Answers.Of(function)
                : "",
            LookupKind.Variable => _tables.Variables.TryGetValue(key, out VariableEntity? variable)
            || _tables.StaticLocals.TryGetValue(key, out variable)
                ? Answers.Of(variable)
                : "",
            LookupKind.FunctionByName => _tables.Functions.Values.FirstOrDefault(f => f.Name == key)?.Symbol ?? "",
            LookupKind.File => _tables.Files.GetValueOrDefault(key)?.ClassName ?? "",
            LookupKind.FunctionsOf => _tables.Files.TryGetValue(key, out FileEntity? file)
                ? string.Join(' ', _functionsOf![file].OrderBy(f => f.Decl.Span.StartOffset).Select(f => f.Symbol))
                : "",
            LookupKind.VariablesOf => _tables.Files.TryGetValue(key, out FileEntity? file)
                ? string.Join(' ', _variablesOf![file].OrderBy(v => v.Decl.Span.StartOffset).Select(v => v.Symbol))
                : "",
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        };

    /// <summary>All that the answers are made of, as text.</summary>
    internal void Describe(HashedText text)
    {
        foreach ((string key, FunctionEntity function) in _tables.Functions)
        {
            text.Append(key)
                .Append(' ')
                .Append(function.Decl.Span.StartOffset)
                .Append(' ')
                .Append(function.Decl.File.IsSystemHeader)
                .Append(' ')
                .Append(Answers.Of(function))
                .Append('\n');
        }

        foreach ((string key, VariableEntity variable) in _tables.Variables.Concat(_tables.StaticLocals))
        {
            text.Append(key)
                .Append(' ')
                .Append(variable.Decl.Span.StartOffset)
                .Append(' ')
                .Append(Answers.Of(variable))
                .Append('\n');
        }

        foreach (FileEntity file in Files)
        {
            text.Append(file.Path).Append(' ').Append(file.ClassName).Append(' ').Append(file.IsUnit).Append('\n');
        }
    }
}
