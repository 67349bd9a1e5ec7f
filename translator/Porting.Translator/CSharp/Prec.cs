namespace Porting.Translator.CSharp;

/// <summary>How tightly a C# expression binds, loosest first (C# specification, 12.4.2 "Operator precedence and
/// associativity").</summary>
internal enum Prec
{
    Assignment,
    Conditional,
    OrElse,
    AndAlso,
    Or,
    Xor,
    And,
    Equality,
    Relational,
    Shift,
    Additive,
    Multiplicative,
    Unary,
    Primary,
}
