using Porting.Clang.Ast;
using Porting.Clang.Parse;
using Porting.Cli.Cache;
using Porting.Translator;
using Porting.Translator.Incremental;
using Porting.Translator.Output;

namespace Porting.Cli;

/// <summary>
/// An emit after one C file has changed and nothing else. It reads that unit, and outlines of those that it uses; everything else stands in the index of the last emit. Gives up, with nothing written but the cache, as soon as something
/// is not as it was or concerns other files as well: an emit of the whole program does the work then.
/// </summary>
internal sealed class OneUnitEmit
{
    private readonly Workspace _workspace;
    private readonly EmitStamp _stamp;
    private readonly CacheFolder _cache;
    private readonly CompileCommand[] _commands;
    private readonly string _file;
    private readonly ProgramIndex _index;

    private OneUnitEmit(Workspace workspace, EmitStamp stamp, CompileCommand[] commands, string file, ProgramIndex index) =>
        (_workspace, _stamp, _cache, _commands, _file, _index) = (workspace, stamp, workspace.Cache, commands, file, index);

    /// <summary>Emits, and says what became of the program's functions and which files differ; null when it gave up.</summary>
    public static (ProgramSummary Program, IReadOnlyList<TreeDifference> Changes)? Run(Workspace workspace, EmitStamp stamp, IReadOnlyList<CompileCommand> commands)
    {
        if (stamp.Changed() is not [{ } file] || !file.EndsWith(".c", StringComparison.Ordinal) || ProgramIndex.Read(workspace.Cache, stamp.Mark) is not { } index)
        {
            return null;
        }

        OneUnitEmit emit = new(workspace, stamp, [.. commands.Where(c => !c.IsAssembler)], file, index);
        return emit.UnitOfFile() is { } unit && emit.IsElseAsBefore() ? emit.Emit(unit) : null;
    }

    /// <summary>The one unit that the file is, when no other reads it.</summary>
    private int? UnitOfFile()
    {
        int[] units = [.. Enumerable.Range(0, _commands.Length).Where(i => _commands[i].AbsoluteFile == _file)];
        return _commands.Length == _index.Units.Length && units is [int unit] && _index.SoleReaders.GetValueOrDefault(_file) == _index.Units[unit].Key ? unit : null;
    }

    /// <summary>The stamp has looked at the port's own files; units read the system's as well.</summary>
    private bool IsElseAsBefore() =>
        _index.Inputs.All(i => _stamp.Has(i.Key) || _cache.Hashes.Of(i.Key) == i.Value) && !_index.Absent.Any(_cache.Hashes.Exists);

    private (ProgramSummary, IReadOnlyList<TreeDifference>)? Emit(int unit)
    {
        ClangParser parser = _workspace.Parser();
        UnitCache cache = new(_cache, _workspace.Project.OriginalPath);
        IndexedUnits units = new(parser, cache, _index);
        PartsAnswer? answer = null;
        parser.ParseParts([new PartsRequest(_commands[unit], false, units.PartsBefore(unit))], 1, (_, a) => answer = a);
        if (answer is not { Message: not null, Diagnostics.Count: 0 })
        {
            return null;
        }

        TranslationUnit outline = units.Parsed(unit, answer);
        UnitStore store = new(_cache, units, null);
        return Workspace.OnLargeStack(() => OneUnit.Translate(_index.Summary, unit, outline, store, _workspace.Project.Namespace)) is { } files ? Commit(unit, files, units.IndexOf(unit), answer) : null;
    }

    private (ProgramSummary, IReadOnlyList<TreeDifference>)? Commit(int unit, IReadOnlyList<OutputFile> files, IndexedUnit indexed, PartsAnswer answer)
    {
        using OutputTree tree = new(_workspace.Project.GeneratedPath);
        LockFile locked = LockFile.Read(Path.Combine(_workspace.Project.GeneratedPath, LockFile.FileName));
        HashSet<string> own = [.. files.Select(f => f.Path), .. files.Select(f => f.Path + Build.Compile.SourceMap.Suffix)];
        KeyValuePair<string, string>[] others = [.. locked.Outputs.Where(o => !own.Contains(o.Key))];
        int edited = 0;
        Parallel.ForEach(others, other => Interlocked.Add(ref edited, tree.TryAddUnchanged(other.Key, other.Value) ? 0 : 1));
        if (edited > 0)
        {
            return null;
        }

        foreach (OutputFile file in files)
        {
            Workspace.Add(file, tree);
        }

        Dictionary<string, string> inputs = new(locked.Inputs, StringComparer.Ordinal) { [Path.GetRelativePath(_workspace.Project.OriginalPath, _file)] = LockFile.HashOfFile(_file) };
        tree.Add(LockFile.FileName, new LockFile(inputs, tree.Hashes).Write());
        IReadOnlyList<TreeDifference> changes = tree.Commit();
        _stamp.Write();
        _index.Units[unit] = indexed;
        foreach (string read in answer.Read)
        {
            _index.Inputs[read] = _cache.Hashes.Of(read);
        }

        (_index with { Absent = [.. _index.Absent.Union(answer.Absent)] }).Write(_cache, _stamp.Mark);
        return (_index.Summary, changes);
    }
}
