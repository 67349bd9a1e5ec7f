using System.Security.Cryptography;
using System.Text;
using Porting.Clang.Ast;
using Porting.Clang.Parse;
using Porting.Translator.Handwritten;
using Porting.Translator.Incremental;
using Porting.Translator.Lower;
using Porting.Translator.Macros;
using Porting.Translator.Names;
using Porting.Translator.Program;
using Porting.Translator.Text;

namespace Porting.Translator.Emit;

/// <summary>
/// Lowers the files of a closed program, several units at once; what a unit gives is checked and handed over. Files
/// belong to the first unit that has them. Holds after: the sink has the files of all units and of the program, the
/// same for any number of threads; the context has all diagnostics.
/// </summary>
internal sealed class UnitLowering(
    TranslatorInput input,
    LoweringContext context,
    MacroMethods macros,
    HandwrittenSources handwritten,
    FileSink sink
)
{
    /// <summary>The files that are made together, and what came of them.</summary>
    private sealed class Group(int unit, FileEntity[] files)
    {
        public int Unit => unit;
        public FileEntity[] Files => files;
        public List<PortDiagnostic> Diagnostics { get; } = [];
        public IReadOnlyList<(string Function, string Types)> CallMethods { get; set; } = [];
        public IReadOnlyList<string> Paths { get; set; } = [];
        public IReadOnlyList<ForeignCall> Foreign { get; set; } = [];
    }

    private string _everything = "";

    /// <summary>What has become of the units that have files.</summary>
    public Dictionary<int, LoweredGroup> Groups { get; } = [];

    public void Run()
    {
        _everything = input.Store == null ? "" : context.Names.Everything();
        Group[] groups =
        [
            .. context
                .Program.Files.GroupBy(f => f.FirstUnit)
                .OrderBy(g => g.Key)
                .Select(g => new Group(g.Key, [.. g])),
        ];
        Threads.ForAll(groups.Length, input.Workers, i => Make(groups[i]));
        foreach (Group group in groups)
        {
            context.Diagnostics.AddRange(group.Diagnostics);
            context.Variadics.AddAll(
                group.CallMethods.Where(a => a.Function[0] is not (ForeignCalls.Mark or OwnTypes.Mark))
            );
            foreach ((string, string) note in group.CallMethods.Where(a => a.Function[0] == OwnTypes.Mark))
            {
                context.Names.Types.Add(note);
            }

            context.Foreign.AddAll(
                group
                    .CallMethods.Where(a => a.Function.StartsWith(ForeignCalls.Mark) && input.Store != null)
                    .Select(a => ForeignCall.Parse(context.Program.FindExternal(a.Function[1..]), a.Types))
            );
            context.Foreign.AddAll(group.Foreign);
            Groups[group.Unit] = new LoweredGroup(group.Paths, group.CallMethods);
        }

        WriteProgramFiles();
    }

    /// <summary>Lowers the files of one unit, with what they asked the program; null when there is something to say
    /// about them.</summary>
    public LoweredFiles? RunOne(int unit)
    {
        Group group = new(unit, [.. context.Program.Files.Where(f => f.FirstUnit == unit)]);
        Lookups lookups = new();
        List<OutputFile> files = Lower(group, Watched(lookups, group.Diagnostics));
        group.Diagnostics.AddRange(files.SelectMany(SyntaxCheck.Of));
        if (group.Diagnostics.Count > 0)
        {
            return null;
        }

        Groups[unit] = new LoweredGroup([.. files.Select(f => f.Path)], group.CallMethods);
        LoweredFiles lowered = new(files, group.CallMethods, lookups.All);
        input.Store!.Keep(KeyOf(group, input.Store), "", lowered);
        return lowered;
    }

    private void Make(Group group)
    {
        IUnitStore? store = input.IsUsual ? input.Store : null;
        string key = store == null ? "" : KeyOf(group, store);
        if (store?.Find(key, _everything, Holds) is { } kept)
        {
            group.CallMethods = kept.CallMethods;
            group.Paths = [.. kept.Files.Select(f => f.Path)];
            Array.ForEach([.. kept.Files], sink.Add);
            return;
        }

        Lookups? lookups = store == null ? null : new Lookups();
        LoweringContext own =
            lookups == null
                ? new LoweringContext(context.Program, context.Names.Watched(context.Program, null), group.Diagnostics)
                {
                    Passes = context.Passes,
                }
                : Watched(lookups, group.Diagnostics);
        List<OutputFile> files = Lower(group, own);
        if (group.Diagnostics.Any(d => d.Severity == PortSeverity.Error))
        {
            return;
        }

        group.Diagnostics.AddRange(files.SelectMany(SyntaxCheck.Of));
        group.Paths = [.. files.Select(f => f.Path)];
        files.ForEach(sink.Add);
        if (lookups != null && group.Diagnostics.Count == 0)
        {
            store!.Keep(key, _everything, new LoweredFiles(files, group.CallMethods, lookups.All));
        }
    }

    private bool Holds(IReadOnlyList<Lookup> lookups)
    {
        foreach (Lookup lookup in lookups)
        {
            if (context.Names.Answer((LookupKind)lookup.Kind, lookup.Key) != lookup.Answer)
            {
                return false;
            }
        }

        return true;
    }

    private LoweringContext Watched(Lookups lookups, List<PortDiagnostic> diagnostics)
    {
        ProgramModel program = context.Program.Watched(lookups);
        return new LoweringContext(program, context.Names.Watched(program, lookups), diagnostics)
        {
            Passes = context.Passes,
        };
    }

    private List<OutputFile> Lower(Group group, LoweringContext own)
    {
        List<OutputFile> files = [];
        IReadOnlyList<FileContents> all = Contents(group, out IReadOnlyList<Decl> unit);
        own.Overlap = new SelfOverlap(unit);
        foreach (FileContents contents in all)
        {
            FileEntity file = contents.File;
            CodeWriter text = new FileEmitter(own, contents, input.Namespace).Write();
            (string settled, IReadOnlyList<int> numbers) = LineNames.Settle(text.ToString());
            files.Add(new OutputFile(file.GeneratedPath, settled, text.Map) { LineNumbers = numbers });
        }

        group.CallMethods = [.. own.Variadics.Pairs, .. own.Foreign.Pairs, .. own.Names.Types.Notes];
        group.Foreign = [.. own.Foreign.All];
        return files;
    }

    /// <summary>What stands in the group's files. Of outlined units, the bodies that are needed are read; they last as
    /// long as the group.</summary>
    /// <param name="own">All that the group's unit has, headers too.</param>
    private IReadOnlyList<FileContents> Contents(Group group, out IReadOnlyList<Decl> own)
    {
        own = context.Program.Units[group.Unit].Decls;
        if (input.Store == null)
        {
            return
            [
                .. group.Files.Select(f => new FileContents(f, f.Decls, context.Program.Units[f.FirstUnit].Comments)),
            ];
        }

        IReadOnlyList<Comment> comments = [];
        Decl[][] decls = [.. group.Files.Select(f => f.Decls.ToArray())];
        foreach (int unit in UnitsOf(group))
        {
            TranslationUnit whole = macros.Whole(unit);
            (comments, own) = unit == group.Unit ? (whole.Comments, whole.Decls) : (comments, own);
            Dictionary<(int, string), Decl> found = whole.Decls.ToDictionary(Number);
            for (int f = 0; f < decls.Length; f++)
            {
                for (int i = 0; i < decls[f].Length; i++)
                {
                    decls[f][i] = group.Files[f].Units[i] == unit ? found[Number(decls[f][i])] : decls[f][i];
                }
            }
        }

        return [.. group.Files.Select((f, i) => new FileContents(f, decls[i], comments))];
    }

    /// <summary>Methods of macros are known by their place, other declarations by their number in the unit.</summary>
    private static (int, string) Number(Decl decl) =>
        decl is FunctionDecl { IsMacro: true } method ? (0, MacroRegistry.PlaceOf(method)) : (decl.Id, "");

    private static IEnumerable<int> UnitsOf(Group group) =>
        group.Files.SelectMany(f => f.Units).Append(group.Unit).Distinct().Order();

    /// <summary>Everything that goes into the files beside the answers of the program.</summary>
    private string KeyOf(Group group, IUnitStore store)
    {
        StringBuilder text = new();
        text.Append(input.Namespace).Append('\n').Append(context.Program.Versions.Hash).Append('\n');
        foreach (int unit in UnitsOf(group))
        {
            text.Append(unit == group.Unit ? "own " : "other ")
                .Append(store.IdentityOf(unit))
                .Append(' ')
                .Append(macros.HashOf(unit))
                .Append('\n');
        }

        foreach (FileEntity file in group.Files)
        {
            text.Append(file.Path).Append(' ').Append(file.ClassName).Append(' ').Append(file.IsUnit).Append('\n');
            for (int i = 0; i < file.Decls.Count; i++)
            {
                DeclPlace place = DeclPlace.Of(file.Decls[i]);
                text.Append(place.Start)
                    .Append(' ')
                    .Append(place.Kind)
                    .Append(place.Name)
                    .Append(':')
                    .Append(place.End)
                    .Append('#')
                    .Append(place.Ordinal)
                    .Append(file.Units[i] == group.Unit ? "" : store.IdentityOf(file.Units[i]))
                    .Append('\n');
            }

            file.Macros.ForEach(m =>
                text.Append(m.StartOffset)
                    .Append(' ')
                    .Append(m.Name)
                    .Append(' ')
                    .Append(m.IsRedefined)
                    .Append(m.Body)
                    .Append('\n')
            );
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    /// <summary>The files that belong to no single one of C.</summary>
    private void WriteProgramFiles()
    {
        string key = string.Join(
            '\n',
            handwritten
                .Classes.Prepend("program")
                .Append(input.Namespace)
                .Concat(
                    context
                        .Variadics.Pairs.Concat(context.Foreign.Pairs)
                        .Concat(context.Names.Types.Notes)
                        .Select(p => $"{p.Function} {p.Types}")
                )
        );
        if (input.Store?.Find(key, _everything, _ => false) is { } kept)
        {
            Array.ForEach([.. kept.Files], sink.Add);
            return;
        }

        ProgramEmitter whole = new(context, input.Namespace);
        Func<OutputFile>[] make =
        [
            () => new OutputFile("Foreign.g.cs", whole.Foreign(), []),
            () => new OutputFile("Variadics.g.cs", whole.Variadics(), []),
            () => new OutputFile("Complex.g.cs", new ComplexEmitter(context.Names.Types).CSharp(input.Namespace), []),
            () => new OutputFile("Vectors.g.cs", new VectorEmitter(context.Names.Types).CSharp(input.Namespace), []),
            () => new OutputFile("Numbers.g.cs", new NumberEmitter(context.Names.Types).CSharp(input.Namespace), []),
            () => new OutputFile("Layout.g.cs", whole.Layout(), []),
            () => new OutputFile(OutputFile.LayoutFile, whole.LayoutTable(), []),
            () => new OutputFile("Usings.g.cs", whole.Usings(handwritten.Classes), []),
        ];
        OutputFile[] files = [.. make.Select(m => m()).Where(f => f.Text.Length > 0)];
        foreach (OutputFile file in files)
        {
            if (!context.Diagnostics.Any(d => d.Severity == PortSeverity.Error))
            {
                context.Diagnostics.AddRange(SyntaxCheck.Of(file));
            }

            sink.Add(file);
        }

        if (context.Diagnostics.Count == 0)
        {
            input.Store?.Keep(key, _everything, new LoweredFiles(files, [], []));
        }
    }
}
