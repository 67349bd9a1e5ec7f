using Porting.Translator.CSharp;

namespace Porting.Translator.Passes;

/// <summary>What a pass is for.</summary>
internal enum PassReason
{
    /// <summary>C# without it would be wrong, or none.</summary>
    Right,

    /// <summary>People read what it makes; it does the same.</summary>
    Readable,
}

/// <summary>One change of the statements of a function, each time in one class and file.</summary>
internal abstract class Pass : StatementRewriter
{
    public string Name => GetType().Name;

    public abstract PassReason Reason { get; }

    public Block Run(Block body) => (Block)Visit(body);
}
