using Xunit;

namespace NtmServerless.Architecture.Tests;

/// <summary>What is known to be otherwise than the rule says. Such a list may only get shorter: what is new is mended, what is gone is struck out.</summary>
internal static class Shrinking
{
    public static void Holds(IEnumerable<string> known, IEnumerable<string> found)
    {
        string[] seen = [.. found];
        string[] fresh = [.. seen.Except(known).Order(StringComparer.Ordinal)], gone = [.. known.Except(seen).Order(StringComparer.Ordinal)];
        Assert.True(fresh.Length + gone.Length == 0, $"New, to be mended:{Lines(fresh)}\nGone, to be struck out of the list:{Lines(gone)}");
    }

    private static string Lines(IEnumerable<string> all) => string.Concat(all.Select(line => $"\n  \"{line}\","));
}
