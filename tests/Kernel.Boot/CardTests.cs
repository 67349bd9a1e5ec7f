using System.Globalization;
using System.Text.RegularExpressions;
using Porting.Tests.Devices;

namespace Kernel.Boot;

/// <summary>The drivers' devices, seen from outside: what the sound card played and what was on the wire is what the
/// host computes from the kernel tests' formula.</summary>
public sealed partial class CardTests
{
    public static IEnumerable<TheoryDataRow<string>> MachinesWithCards() =>
        Boots.Machines.Where(m => m.HasCards).Select(m => new TheoryDataRow<string>(m.ToString()));

    public static IEnumerable<TheoryDataRow<string, string>> NetworkCards() =>
        Boots
            .Machines.Where(m => m.HasCards)
            .SelectMany(m => Boots.NetworkCards.Select(card => new TheoryDataRow<string, string>(m.ToString(), card)));

    /// <summary>Each line that says what was played names bits, bytes, seed and the DMA buffer; there is one for each
    /// of the card's two channels.</summary>
    [Theory, MemberData(nameof(MachinesWithCards))]
    public void The_sound_card_plays_every_sample(string machine)
    {
        Match[] lines = [.. Boots.Of(machine).Serial.Select(l => PlayedLine().Match(l)).Where(m => m.Success)];
        Assert.Equal([8, 16], lines.Select(l => Number(l, "bits")));
        WavFile wav = Boots.CardsOf(machine).Sound;
        Assert.Equal((2, 16, 44100), (wav.Channels, wav.Bits, wav.Rate));
        foreach (Match line in lines)
        {
            int bits = Number(line, "bits");
            short[] samples = Noise.Samples(Number(line, "bytes"), bits, (uint)Number(line, "seed"));
            Playback playback = wav.Find(samples, bits == 8 ? 256 : 0);
            Assert.True(playback.Matching == samples.Length, $"{bits} bits: {playback}");
        }
    }

    /// <summary>An 8-bit transfer ends at a 64 KiB line, and nothing above 16 MiB is reached.</summary>
    [Theory, MemberData(nameof(MachinesWithCards))]
    public void The_sound_buffer_suits_ISA_DMA(string machine)
    {
        Match[] lines = [.. Boots.Of(machine).Serial.Select(l => PlayedLine().Match(l)).Where(m => m.Success)];
        Assert.NotEmpty(lines);
        Assert.All(
            lines,
            line =>
            {
                uint first = uint.Parse(
                    line.Groups["buffer"].Value,
                    NumberStyles.HexNumber,
                    CultureInfo.InvariantCulture
                );
                uint last = first + (uint)Number(line, "bytes") - 1;
                Assert.True(last < 16 << 20 && first >> 16 == last >> 16, line.Value);
            }
        );
    }

    [Theory, MemberData(nameof(NetworkCards))]
    public void The_host_is_asked_for_and_answers(string machine, string card)
    {
        IReadOnlyList<byte[]> frames = Boots.CardsOf(machine).Frames[card];
        int requests = frames.Count(NetFrames.IsArpRequest);
        Assert.True(requests > 40, $"{requests} requests");
        Assert.Equal(requests, frames.Count(NetFrames.IsArpReply));
    }

    /// <summary>Payloads of 1,400 bytes, through the rings in both directions: each arrives on the wire as the host
    /// computes it, and so does its answer.</summary>
    [Theory, MemberData(nameof(NetworkCards))]
    public void Every_echo_is_on_the_wire_twice(string machine, string card)
    {
        IReadOnlyList<byte[]> frames = Boots.CardsOf(machine).Frames[card];
        IEnumerable<int> expected = Enumerable.Range(1, NetFrames.Echoes);
        Assert.Equal(expected, frames.Select(f => NetFrames.EchoOf(f, isAnswer: false)).Where(n => n != 0));
        Assert.Equal(expected, frames.Select(f => NetFrames.EchoOf(f, isAnswer: true)).Where(n => n != 0));
    }

    private static int Number(Match match, string group) =>
        int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(
        @"^# sound: played (?<bits>\d+) bits, (?<bytes>\d+) bytes, seed (?<seed>\d+), buffer at 0x(?<buffer>[0-9a-f]+)$"
    )]
    private static partial Regex PlayedLine();
}
