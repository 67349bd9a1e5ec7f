using Porting.Clang.Ast;
using Porting.Clang.Parse;
using Porting.Cli.Cache;
using Porting.Translator;
using Porting.Translator.Incremental;
using Porting.Translator.Output;

namespace Porting.Cli;

/// <summary>
/// An emit after one C file has changed and nothing else. It reads that unit, and outlines of those that it uses;
/// everything else stands in the index of the last emit. Gives up, with nothing written but the cache, as soon as
/// something is not as it was or concerns other files as well: an emit of the whole program does the work then.
/// </summary>
internal sealed class OneUnitEmit
{
    /// <summary>What earlier versions of units have left in the cache is swept by an emit of the whole
    /// program.</summary>
    private const int Most = 200;

    private readonly Workspace _workspace;
    private readonly EmitStamp _stamp;
    private readonly CacheFolder _cache;
    private readonly CompileCommand[] _commands;
    private readonly string _file;
    private readonly ProgramIndex _index;
    private readonly LockFile _locked;

    private OneUnitEmit(
        Workspace workspace,
        EmitStamp stamp,
        CompileCommand[] commands,
        string file,
        ProgramIndex index
    ) =>
        (_workspace, _stamp, _cache, _commands, _file, _index, _locked) = (
            workspace,
            stamp,
            workspace.Cache,
            commands,
            file,
            index,
            LockFile.Read(Path.Combine(workspace.Project.GeneratedPath, LockFile.FileName))
        );

    /// <summary>Emits, and says what became of the program's functions and which files differ; null when it gave
    /// up.</summary>
    public static (ProgramSummary Program, IReadOnlyList<TreeDifference> Changes)? Run(
        Workspace workspace,
        EmitStamp stamp,
        IReadOnlyList<CompileCommand> commands
    )
    {
        if (
            stamp.Changed is not [{ } file]
            || !file.EndsWith(".c", StringComparison.Ordinal)
            || ProgramIndex.Read(workspace.Cache, stamp.Mark) is not { Alone: < Most } index
        )
        {
            return null;
        }

        OneUnitEmit emit = new(workspace, stamp, [.. workspace.UnitsOf(commands)], file, index);
        return emit.UnitOfFile() is { } unit && emit.IsElseAsBefore() ? emit.Emit(unit) : null;
    }

    /// <summary>The one unit that the file is, when no other reads it.</summary>
    private int? UnitOfFile()
    {
        int[] units = [.. Enumerable.Range(0, _commands.Length).Where(i => _commands[i].AbsoluteFile == _file)];
        return
            _commands.Length == _index.Units.Length
            && units is [int unit]
            && _index.SoleReaders.GetValueOrDefault(_file) == _index.Units[unit].Key
            ? unit
            : null;
    }

    /// <summary>The stamp has looked at the port's own files; units read the system's as well.</summary>
    private bool IsElseAsBefore() =>
        _index.Inputs.All(i => _stamp.Has(i.Key) || _cache.Hashes.Of(i.Key) == i.Value)
        && !_index.Absent.Any(_cache.Hashes.Exists);

    private (ProgramSummary, IReadOnlyList<TreeDifference>)? Emit(int unit)
    {
        using OutputTree tree = _workspace.GeneratedTree();
        Task<bool> others = Task.Run(() =>
        {
            OneUnit.Prepare();
            return AreOthersInPlace(unit, tree);
        });
        ClangParser parser = _workspace.Parser(_commands);
        IndexedUnits units = new(parser, new UnitCache(_cache, _workspace.Project.OriginalPath), _index);
        PartsAnswer? answer = null;
        parser.ParseParts([new PartsRequest(_commands[unit], false, units.PartsBefore(unit))], 1, (_, a) => answer = a);
        if (!others.GetAwaiter().GetResult() || answer is not { Message: not null, Diagnostics.Count: 0 })
        {
            return null;
        }

        TranslationUnit outline = units.Parsed(unit, answer);
        UnitStore store = new(_cache, units, null, _workspace.Facts);
        IReadOnlyList<OutputFile>? files = LargeStack.Run(() =>
            OneUnit.Translate(_index.Summary, unit, outline, store, _workspace.Project.Namespace)
        );
        return files == null ? null : (_index.Summary, Commit(tree, unit, files, units.IndexOf(unit), answer));
    }

    /// <summary>Adds all files but the unit's own to the tree; false when somebody has edited one.</summary>
    private bool AreOthersInPlace(int unit, OutputTree tree)
    {
        HashSet<string> own = [LockFile.FileName, .. _index.Summary.FilesOf(unit)];
        return _locked.Outputs.Where(o => !own.Contains(o.Key)).All(o => tree.TryAddUnchanged(o.Key, o.Value));
    }

    private IReadOnlyList<TreeDifference> Commit(
        OutputTree tree,
        int unit,
        IReadOnlyList<OutputFile> files,
        IndexedUnit indexed,
        PartsAnswer answer
    )
    {
        foreach (OutputFile file in files)
        {
            _workspace.Add(file, tree);
        }

        Dictionary<string, string> inputs = new(_locked.Inputs, StringComparer.Ordinal)
        {
            [Path.GetRelativePath(_workspace.Project.OriginalPath, _file)] = _stamp.HashOf(_file),
        };
        tree.Add(LockFile.FileName, new LockFile(inputs, tree.Hashes).Write());
        IReadOnlyList<TreeDifference> changes = tree.Commit();
        _stamp.Write();
        _index.Units[unit] = indexed;
        foreach (string read in answer.Read)
        {
            _index.Inputs[read] = _cache.Hashes.Of(read);
        }

        (_index with { Absent = [.. _index.Absent.Union(answer.Absent)], Alone = _index.Alone + 1 }).Write(
            _cache,
            _stamp.Mark
        );
        return changes;
    }
}
