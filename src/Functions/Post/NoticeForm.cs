namespace NtmServerless.Functions.Post;

/// <summary>What an office decides about a kind of notice: its words, or whether it is sent.</summary>
/// <param name="Act">Which button: <c>try</c>, <c>save</c>, <c>reset</c>, <c>off</c>, <c>on</c>.</param>
/// <param name="Version">The version that the form was made of.</param>
public sealed record NoticeForm(string? Act, string? Version, string? Subject, string? Body, string? Brief, string? Reason)
{
    // A letter goes to a unit, and says "Ghi kèm" itself.
    private static readonly string[] OnlyInShort = ["code", "name", "text"];

    public int FromVersion => int.TryParse(Version, System.Globalization.CultureInfo.InvariantCulture, out int version) ? version : 0;

    /// <exception cref="InvalidInputException">With every field that is wrong.</exception>
    public NoticeSetting CheckWords(NoticeSetting current, NoticeWording original, IReadOnlyDictionary<string, string> names)
    {
        Checks checks = new();
        Dictionary<string, string> inLetters = names.Where(n => !OnlyInShort.Contains(n.Key)).ToDictionary();
        string? subject = NoticeText.Read(checks, "subject", checks.Text("subject", Subject, NoticeText.SubjectCharacters), original.Subject, inLetters);
        string? body = NoticeText.Read(checks, "body", Required(checks, "body", Body, NoticeText.BodyCharacters), original.Body, inLetters);
        string? text = null;
        if (original.Brief is { } own)
        {
            text = NoticeText.Read(checks, "brief", checks.Text("brief", Brief, NoticeText.BodyCharacters), own, names);
            int length = NoticeText.Length(text ?? "");
            checks.Require(length <= NoticeText.ShortCharacters, "brief", "notice-too-long", ("length", length), ("most", NoticeText.ShortCharacters));
        }

        checks.ThrowIfAny();
        return current with { Subject = subject, Body = body, Brief = text };
    }

    /// <exception cref="InvalidInputException">There is no reason.</exception>
    public string CheckReason()
    {
        Checks checks = new();
        string reason = checks.Text("reason", Reason, NoticeText.ReasonCharacters);
        checks.ThrowIfAny();
        return reason;
    }

    private static string Required(Checks checks, string field, string? value, int limit)
    {
        string? text = checks.Paragraphs(field, value?.ReplaceLineEndings("\n"), limit);
        checks.Require(text is not null || value is { Length: > 0 } typed && !string.IsNullOrWhiteSpace(typed), field, "required");
        return text ?? "";
    }
}
