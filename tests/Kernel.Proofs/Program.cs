using System.Diagnostics;
using System.Globalization;
using Kernel.Proofs;
using Porting.Tests;

// One proof, named by the first argument, as long as the second one says. Prints what was done; exit status 1 with the
// first disagreement.
string proof = args.Length > 0 ? args[0] : "";
long size = args.Length > 1 && long.TryParse(args[1], CultureInfo.InvariantCulture, out long first) ? first : 0;
Stopwatch watch = Stopwatch.StartNew();
try
{
    string done = proof switch
    {
        "exhaustive" => ExhaustiveInParallel(
            (int)(size == 0 ? 16 : size),
            args.Length > 2 ? uint.Parse(args[2], CultureInfo.InvariantCulture) : 1
        ),
        "model" => Model(size == 0 ? 10_000_000 : size),
        "lines" => Lines(),
        "maps" => $"{MemoryMaps.Run(1, (int)(size == 0 ? 100_000 : size)):N0} pages in the maps",
        "quick" => Quick(),
        "boots" => Boots.Random((int)(size == 0 ? 1000 : size)),
        "mapboots" => Boots.Maps((int)(size == 0 ? 50 : size)),
        "misuse" => Boots.Misuse(),
        "interrupts" => Boots.Interrupts(),
        "failures" => Boots.Failing((int)(size == 0 ? 1 : size)),
        "operations" => Operations(size == 0 ? 100_000_000 : size),
        "schedules" => ScheduleProof.Run(Repository.At("artifacts/mutants/schedules")),
        "mutants" => Mutants(args[1..]),
        _ => throw new ArgumentException(
            "proofs: exhaustive [pages [parts]], model [operations], lines, maps [number], quick, mutants [number] [host] [plants] [only=TEXT,...], boots [number], mapboots [number], failures [step], misuse, interrupts, operations [number], schedules"
        ),
    };
    Console.WriteLine($"{proof}: {done}; no difference; {watch.Elapsed.TotalSeconds:F1} s");
    return 0;
}
catch (ProofFailure failure)
{
    Console.WriteLine($"{proof}: {failure.Message}");
    return 1;
}
catch (AggregateException failures) when (failures.InnerExceptions.All(e => e is ProofFailure))
{
    Console.WriteLine($"{proof}: {failures.InnerExceptions[0].Message}");
    return 1;
}

static string ExhaustiveInParallel(int pages, uint parts)
{
    uint threads = (uint)Environment.ProcessorCount;
    long operations = 0;
    ProofFailure? failed = null;
    Progress progress = new("states", (1L << pages) / parts);
    Parallel.For(
        0,
        (int)threads,
        thread =>
        {
            try
            {
                Interlocked.Add(
                    ref operations,
                    Exhaustive.Run(pages / 2, (uint)thread * parts, parts * threads, progress)
                );
            }
            catch (ProofFailure failure)
            {
                failed = failure;
            }
        }
    );
    return failed == null
        ? $"{operations:N0} operations in the states of {pages} pages{(parts > 1 ? $", one of {parts}" : "")}"
        : throw failed;
}

static string Model(long operations)
{
    ModelRun.Run(operations, 1);
    return $"{operations:N0} operations";
}

static string Lines()
{
    LineProofs.Run();
    return "65,536 masks";
}

static string Quick()
{
    QuickProof.Run();
    return "a slice of each";
}

static string Operations(long operations)
{
    const long ofBoot = 10_000_000;
    Progress progress = new("operations", operations);
    long waits = 0;
    for (long done = 0; done < operations; done += ofBoot)
    {
        OperationModel model = OperationRun.Run(
            Repository.At("artifacts/kernel/port.elf"),
            Math.Min(ofBoot, operations - done),
            (int)(done / ofBoot) + 1,
            TimeSpan.FromHours(2)
        );
        waits += model.Waits;
        progress.Add(Math.Min(ofBoot, operations - done));
    }
    return $"{operations:N0} operations of the booted kernel, {waits:N0} waits";
}

static string Mutants(string[] arguments)
{
    string[] only =
    [
        .. arguments.Where(a => a.StartsWith("only=", StringComparison.Ordinal)).SelectMany(a => a[5..].Split(',')),
    ];
    int sample = arguments.Select(a => int.TryParse(a, out int n) ? n : 0).FirstOrDefault(n => n != 0);
    bool plants = arguments.Contains("plants");
    bool hostOnly = arguments.Contains("host");
    (int noticed, int survived) = new Mutation(
        new MutationOptions(sample, only, plants, hostOnly),
        Repository.At($"artifacts/mutants/{(plants ? "plants" : "all")}{(hostOnly ? "-host" : "")}")
    ).Run();
    double share = 100.0 * noticed / Math.Max(1, noticed + survived);
    return share >= (plants ? 100 : 97)
        ? $"{noticed} of {noticed + survived} noticed, {share:F1} %"
        : throw new ProofFailure($"only {share:F1} % noticed");
}
