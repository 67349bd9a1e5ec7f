namespace Porting.Clang.Options;

/// <summary>What comes of an option: it has its effect, it needs none (its section says why), or it is refused.
/// Checked: its value decides.</summary>
public enum OptionVerdict
{
    Honoured,
    Harmless,
    Checked,
    Refused,
}

/// <summary>Where an option's value stands: nowhere, in the same word, in the next word, in either, in the next two
/// words.</summary>
public enum OptionForm
{
    Flag,
    Joined,
    Separate,
    Either,
    CommaJoined,
    TwoWords,
    Other,
}

/// <summary>Who has to do with an option that is not refused.</summary>
public enum OptionDestination
{
    None,
    Front,
    Code,
    Link,
    Both,
    Driver,
    Dependencies,
    Assembler,
}

/// <param name="Name">With its dashes; a written-out value behind it stands for this value alone.</param>
/// <param name="Reason">Why it is harmless or refused, for people.</param>
public sealed record CompilerOption(
    string Name,
    OptionForm Form,
    OptionVerdict Verdict,
    OptionDestination Destination,
    string Reason
);
