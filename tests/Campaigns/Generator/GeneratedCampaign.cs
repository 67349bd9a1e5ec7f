namespace Porting.Campaigns;

/// <summary>Programs of our own generator; each third one is of two files, of which both, the first or the second are
/// ours and the other clang's.</summary>
public static class GeneratedCampaign
{
    public static int Run(int count, int first, int seed, int jobs, string folder) =>
        new Campaign("generated", folder).Run(count, first, jobs, (i, _, place) => Write(seed + i, place));

    public static CampaignProgram Write(int number, string folder)
    {
        // A quarter of the programs, those of two files among them.
        string[] flags = number % 4 == 1 ? ["-funsigned-char"] : [];
        if (number % 3 != 0)
        {
            string file = Path.Combine(folder, "p.c");
            File.WriteAllText(file, new ProgramGenerator(number).Generate());
            return new CampaignProgram([file], [.. flags, "-latomic"]);
        }

        (string header, string main, string other) = new ForeignPair(number).Generate();
        string[] files = [Path.Combine(folder, "main.c"), Path.Combine(folder, "other.c")];
        File.WriteAllText(Path.Combine(folder, "pair.h"), header);
        File.WriteAllText(files[0], main);
        File.WriteAllText(files[1], other);
        return new CampaignProgram(files, flags)
        {
            ForeignFile = (number / 3 % 3) switch
            {
                0 => null,
                1 => files[0],
                _ => files[1],
            },
        };
    }
}
