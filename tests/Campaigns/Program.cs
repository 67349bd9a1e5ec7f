using Porting.Campaigns;

// campaigns NAME [--count N] [--seed N] [--jobs N] [--folder DIR] [FILE...]: long comparisons with clang; build.cake has the usual ones as targets.
int Option(string name, int otherwise) => Array.IndexOf(args, name) is var at && at >= 0 && at + 1 < args.Length ? int.Parse(args[at + 1]) : otherwise;
string Folder(string otherwise) => Array.IndexOf(args, "--folder") is var at && at >= 0 && at + 1 < args.Length ? args[at + 1] : otherwise;

int seed = Option("--seed", 1);
int jobs = Option("--jobs", Environment.ProcessorCount);
switch (args.FirstOrDefault())
{
    case "csmith":
        return CsmithCampaign.Run(Option("--count", 100), seed, jobs, Folder("artifacts/campaigns/csmith"));
    case "compare":
        Comparison comparison = Differential.Compare([args[1]], args[2..]);
        Console.WriteLine($"{comparison.Verdict} {comparison.Text}");
        return comparison.Verdict == Verdict.Same ? 0 : 1;
    case "time":
        for (int i = 0; i < 4; i++)
        {
            System.Diagnostics.Stopwatch watch = System.Diagnostics.Stopwatch.StartNew();
            Porting.Translator.TranslatorOutput made = Porting.Hosted.HostedCompiler.Translate(new Porting.Hosted.HostedUnit(Directory.GetCurrentDirectory(), args[1], args[2..]), []);
            long t1 = watch.ElapsedMilliseconds;
            byte[] il = Porting.Build.Compile.CSharpCompiler.Compile("u", [.. made.Files.Where(f => f.Path.EndsWith(".cs", StringComparison.Ordinal) && f.Path != "Layout.g.cs").Select(f => new Porting.Build.Compile.CSharpSource(f.Path, f.Text)), .. Porting.Build.Hosted.HostedLibrary.Sources], []);
            long t2 = watch.ElapsedMilliseconds;
            using Porting.Hosted.WorkFolder work = new();
            File.WriteAllBytes(work.At("u.dll"), il);
            Porting.Build.Compile.IlcRunner.Locate().Run(work.At("u.dll"), work.At("u.obj"), true);
            Console.WriteLine($"translate {t1} csc {t2 - t1} ilc {watch.ElapsedMilliseconds - t2}");
        }

        return 0;
    default:
        Console.Error.WriteLine("campaigns: csmith | compare FILE FLAGS...");
        return 2;
}
