using System.Text.RegularExpressions;
using NtmServerless.Domain.Characters;
using NtmServerless.Testing;
using Xunit;

namespace NtmServerless.Pages.Tests.Frames;

/// <summary>The colours of the style sheet can be told apart on screens by day and by night.</summary>
public sealed partial class TokenTests
{
    private static readonly string Sheet = File.ReadAllText(Path.Combine(AzuriteServer.RepositoryRoot(), "src", "Pages", "wwwroot", "tokens.css"));

    private static readonly Dictionary<string, string> Light = Colours(Sheet[..Sheet.IndexOf("@media", StringComparison.Ordinal)]);

    private static readonly Dictionary<string, string> Dark = Over(Light, Colours(Sheet[
        Sheet.IndexOf("prefers-color-scheme: dark", StringComparison.Ordinal)..Sheet.IndexOf("@media print", StringComparison.Ordinal)]));

    [Theory]
    [InlineData("ink", "panel")]
    [InlineData("ink", "ground")]
    [InlineData("ink", "sunk")]
    [InlineData("soft", "panel")]
    [InlineData("soft", "ground")]
    [InlineData("link", "panel")]
    [InlineData("link", "ground")]
    [InlineData("on-office", "office")]
    [InlineData("on-act", "act")]
    [InlineData("open", "open-wash")]
    [InlineData("wait", "wait-wash")]
    [InlineData("stop", "stop-wash")]
    [InlineData("stop", "panel")]
    [InlineData("now", "now-wash")]
    [InlineData("done", "done-wash")]
    [InlineData("panel", "stop")]
    public void Text_OnItsGround_CanBeRead(string text, string ground) => Assert.All(
        (Dictionary<string, string>[])[Light, Dark],
        scheme => Assert.InRange(Contrast.Of(Value(scheme, text), Value(scheme, ground)), Contrast.OfText, 21));

    [Theory]
    [InlineData("edge", "panel")]
    [InlineData("edge", "ground")]
    [InlineData("act", "sunk")]
    [InlineData("office", "on-office")]
    public void Edge_BesideItsGround_CanBeSeen(string edge, string ground) => Assert.InRange(
        Contrast.Of(Value(Light, edge), Value(Light, ground)), Contrast.OfEdges, 21);

    [Fact]
    public void Contrast_OfBlackAndWhite_IsTheGreatest_AndOfTheSame_TheLeast()
    {
        Assert.Equal(21, Contrast.Of("000000", "ffffff"), 6);
        Assert.Equal(1, Contrast.Of("777777", "777777"), 6);
        Assert.InRange(Contrast.Of("767676", "ffffff"), 4.5, 4.6);
    }

    private static string Value(Dictionary<string, string> scheme, string name) =>
        scheme[name] is var value && value.StartsWith("var(--", StringComparison.Ordinal) ? Value(scheme, value[6..^1]) : value;

    private static Dictionary<string, string> Colours(string css) => Token().Matches(css)
        .ToDictionary(m => m.Groups[1].Value, m => m.Groups[2].Success ? Six(m.Groups[2].Value) : m.Groups[3].Value, StringComparer.Ordinal);

    private static Dictionary<string, string> Over(Dictionary<string, string> under, Dictionary<string, string> over)
    {
        Dictionary<string, string> both = new(under, StringComparer.Ordinal);
        foreach ((string name, string value) in over) both[name] = value;
        return both;
    }

    private static string Six(string hex) => hex.Length == 3 ? string.Concat(hex.Select(c => $"{c}{c}")) : hex;

    [GeneratedRegex(@"--([a-z-]+): (?:#([0-9a-f]{3}(?:[0-9a-f]{3})?)|(var\(--[a-z-]+\)));")]
    private static partial Regex Token();
}
