using Porting.Translator.CSharp;

namespace Porting.Translator.Lower;

/// <summary>The statements of a function while they are made: those that are complete, and those that have to stand in
/// front of the next one.</summary>
internal sealed class StatementList
{
    private List<Statement> _complete = [];
    private List<Statement> _before = [];
    private readonly Stack<(List<Statement> Complete, List<Statement> Before)> _outer = [];

    public int Count => _complete.Count;

    public void Add(Statement statement) => _complete.Add(statement);

    /// <summary>Puts a statement in front of the next one.</summary>
    public void Hoist(Statement statement) => _before.Add(statement);

    public void Hoist(IEnumerable<Statement> statements) => _before.AddRange(statements);

    /// <summary>Runs a piece of lowering and gives what it hoisted apart.</summary>
    public (T Value, List<Statement> Before) Captured<T>(Func<T> lower)
    {
        List<Statement> outer = _before;
        _before = [];
        T value = lower();
        List<Statement> mine = _before;
        _before = outer;
        return (value, mine);
    }

    /// <summary>What is completed from here on comes back from <see cref="Close"/>.</summary>
    public void Open()
    {
        _outer.Push((_complete, _before));
        (_complete, _before) = ([], []);
    }

    /// <summary>What has been completed since, with what was hoisted last and nothing came behind.</summary>
    public NodeList<Statement> Close()
    {
        NodeList<Statement> mine = new([.. _complete, .. _before]);
        (_complete, _before) = _outer.Pop();
        return mine;
    }

    /// <summary>Runs a piece of lowering that completes statements, and gives them apart.</summary>
    public NodeList<Statement> Collected(Action lower)
    {
        Open();
        lower();
        return Close();
    }

    /// <summary>What has been hoisted is complete; it comes from where the statement does that needs it.</summary>
    public void Flush(CPlace place)
    {
        if (_before.Count > 0)
        {
            AddAt(place, _before);
            _before = [];
        }
    }

    /// <summary>Statements that come from a place, unless they have one already.</summary>
    public void AddAt(CPlace place, IEnumerable<Statement> statements)
    {
        SetPlaces places = new(place);
        _complete.AddRange(statements.Select(places.Visit));
    }

    private sealed class SetPlaces(CPlace place) : StatementRewriter
    {
        protected override Statement Changed(Statement statement) =>
            statement.Place.Line > 0 || statement.IsTrivia ? statement : statement with { Place = place };
    }
}
