using System.Globalization;
using NtmServerless.Testing;

namespace NtmServerless.LocalHost.Tests.Host.Support;

/// <summary>What the probe app has noted in its folder, and the gates there at which it waits.</summary>
internal sealed class ProbeNotes(string folder)
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    /// <summary>Its notes, each with the machine's time.</summary>
    public (DateTime At, string Text)[] Timed()
    {
        string path = Path.Combine(folder, "notes");
        if (!File.Exists(path))
            return [];
        using StreamReader notes = new(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        return [.. notes.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(' ', 2))
            .Select(note => (new DateTime(long.Parse(note[0], CultureInfo.InvariantCulture), DateTimeKind.Utc), note[1]))];
    }

    /// <summary>Notes that begin with that text.</summary>
    public string[] All(string begin = "") =>
        [.. Timed().Select(note => note.Text).Where(text => text.StartsWith(begin, StringComparison.Ordinal))];

    public Task UntilAsync(string begin, int count = 1) =>
        Eventually.TrueAsync(() => Task.FromResult(All(begin).Length >= count), Limit, $"{count} notes of {begin}");

    public void Open(string gate) => File.WriteAllText(Path.Combine(folder, gate), "");
}
