using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Xunit;

namespace NtmServerless.Texts.Tests;

/// <summary>Whoever fills in a form of the officers' pages finds two sentences beside it: what happens, and what to do when unsure.</summary>
public sealed partial class HelpTests
{
    private static readonly string Pages = Path.Combine(AzuriteServer.RepositoryRoot(), "src", "Pages");

    // Parts of pages whose form needs none, and why. Their help stands elsewhere, or the page itself is the help.
    private static readonly Dictionary<string, string[]> Without = new()
    {
        ["villagers' pages and those before signing in say what happens beside each field"] =
            ["RegistrationPage", "ReceiptPage", "LookUpPage", "SignInPage", "FirstPage", "ForgottenPage", "ResetPage"],
        ["the part that it stands in has the help, once for all its forms"] =
            ["MakeForm", "FilePostForm", "AnswerPage", "DifferenceCard"],
        ["says above its button what follows"] = ["EvidenceList", "CalendarAddress", "DeclarationAcceptPage", "FirstStepsPage", "PracticePage"],
        ["a button that says what it does, and nothing to fill in"] =
            ["ImportResultPage", "InboxPage", "MessagesPage", "OfficersRow", "PersonFilter", "ReportsPage"],
        ["the frame of every form"] = ["PostForm"],
    };

    private static readonly (string Name, string Source)[] Sources = [.. Directory.EnumerateFiles(Pages, "*.razor", SearchOption.AllDirectories)
        .Where(f => !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
        .Select(f => (Path.GetFileNameWithoutExtension(f), File.ReadAllText(f)))];

    private static readonly string[] Forms = [.. Sources.Where(s => Form().IsMatch(s.Source)).Select(s => s.Name)];

    private static readonly string TextFile = Path.Combine(AzuriteServer.RepositoryRoot(), "src", "Texts", "vi", "pages", "help.json");

    private static readonly Dictionary<string, string> Texts =
        JsonNode.Parse(File.ReadAllText(TextFile))!.AsObject().ToDictionary(t => t.Key, t => t.Value!.GetValue<string>());

    [Fact]
    public void Form_EachOne_HasHelp_OrSaysWhyNot()
    {
        Assert.True(Forms.Length > 30, $"{Forms.Length} forms found");
        HashSet<string> helped = [.. Sources.Where(s => Used().IsMatch(s.Source)).Select(s => s.Name)];
        Assert.Equal([], Forms.Where(f => !helped.Contains(f)).Except(Without.Values.SelectMany(w => w)));
        Assert.Equal([], Without.Values.SelectMany(w => w).Where(w => !Forms.Contains(w) || helped.Contains(w)));
    }

    [Fact]
    public void Help_EachOne_IsTwoSentences_AndUsed()
    {
        string[] used = [.. Sources.SelectMany(s => Used().Matches(s.Source)).Select(m => m.Groups[1].Value).Distinct().Order()];
        Assert.Equal(used, Texts.Keys.Where(k => k.StartsWith("help.what-", StringComparison.Ordinal)).Select(k => k["help.what-".Length..]).Order());
        Assert.Equal(used, Texts.Keys.Where(k => k.StartsWith("help.unsure-", StringComparison.Ordinal)).Select(k => k["help.unsure-".Length..]).Order());
        Assert.All(Texts.Where(t => t.Key != "help.title"), t => Assert.True(IsOneSentence(t.Value), t.Key));
    }

    private static bool IsOneSentence(string text) =>
        text.Length is > 30 and < 200 && text.EndsWith('.') && !text[..^1].Contains(". ", StringComparison.Ordinal);

    [GeneratedRegex("<PostForm|<form method=\"post\"")]
    private static partial Regex Form();

    [GeneratedRegex("<Help Of=\"([a-z-]+)\"")]
    private static partial Regex Used();
}
