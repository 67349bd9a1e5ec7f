using Porting.Translator.Names;

namespace Porting.Translator.Program;

/// <summary>The names of the classes that files become.</summary>
internal static class ClassNames
{
    /// <summary>vm/vm_page.h is vm_page_h; equal base names get folders in front until they differ, from each other and
    /// from a file that is called so (ipc/port.h beside ipc_port.h). Paths that only punctuation tells apart are
    /// numbered.</summary>
    public static void Settle(IEnumerable<FileEntity> files)
    {
        HashSet<string> taken = [];
        foreach (
            IGrouping<string, FileEntity> group in files
                .OrderBy(f => f.Path, StringComparer.Ordinal)
                .GroupBy(f => Identifier(Path.GetFileName(f.Path)))
                .OrderBy(g => g.Skip(1).Any())
        )
        {
            int deepest = group.Max(f => f.Path.Count(c => c == '/'));
            int folders = 0;
            HashSet<string> names = [];
            while (folders < deepest && !group.All(f => !taken.Contains(Name(f)) && names.Add(Name(f))))
            {
                folders++;
                names.Clear();
            }

            string Name(FileEntity file) => Prefixed(file.Path, folders);

            foreach (FileEntity file in group)
            {
                file.ClassName = Name(file);
                for (int number = 2; !taken.Add(file.ClassName); number++)
                {
                    file.ClassName = $"{Name(file)}_{number}";
                }
            }
        }
    }

    private static string Prefixed(string path, int folders) =>
        Identifier(string.Join('_', path.Split('/')[Math.Max(0, path.Split('/').Length - 1 - folders)..]));

    private static string Identifier(string text)
    {
        string name = string.Concat(text.Select(c => char.IsAsciiLetterOrDigit(c) ? c : '_'));
        // A file may be called null, or rt.
        return char.IsAsciiDigit(name[0]) || !CSharpWords.CanNameType(name) ? "_" + name : name;
    }
}
