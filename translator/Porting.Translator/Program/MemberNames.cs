namespace Porting.Translator.Program;

/// <summary>
/// Names of the properties that variables become. A property <c>count</c> takes the names <c>get_count</c> and
/// <c>set_count</c> from methods of its class, whether it has such methods or not, and <c>addr_count</c> stands beside
/// it; C has them for functions of its own. Functions keep their names, the variable gets an underscore more.
/// </summary>
internal sealed class MemberNames
{
    private static readonly string[] Prefixes = ["get_", "set_", "addr_", "get_addr_", "set_addr_"];
    private readonly HashSet<(string Class, string Name)> _names = [];
    private readonly HashSet<(string Class, string Name)> _prefixed = [];

    public MemberNames(IEnumerable<FunctionEntity> functions, IEnumerable<VariableEntity> variables)
    {
        foreach (
            (string inClass, string name) in functions
                .Select(f => (f.ClassName, f.Name))
                .Concat(variables.Select(v => (v.ClassName, v.Name)))
        )
        {
            _names.Add((inClass, name));
            if (Prefixes.Any(p => name.StartsWith(p, StringComparison.Ordinal)))
            {
                _prefixed.Add((inClass, name));
            }
        }
    }

    /// <summary>In the order of the program, so that each gets the same name every time.</summary>
    public void Settle(IEnumerable<VariableEntity> variables)
    {
        foreach (VariableEntity variable in variables)
        {
            string name = variable.CSharpName.TrimStart('@');
            while (IsTaken(variable, name))
            {
                name += "_";
            }

            if (name != variable.CSharpName.TrimStart('@'))
            {
                variable.CSharpName = name;
                _names.Add((variable.ClassName, name));
            }
        }
    }

    /// <summary>Locals of functions have the function's name in front, by which they may be somebody else's.</summary>
    private bool IsTaken(VariableEntity variable, string name) =>
        (_names.Contains((variable.ClassName, name)) && name != variable.Name)
        || (_prefixed.Count > 0 && Prefixes.Any(p => _prefixed.Contains((variable.ClassName, p + name))));
}
