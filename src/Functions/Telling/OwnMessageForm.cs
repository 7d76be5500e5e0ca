namespace NtmServerless.Functions.Telling;

/// <summary>A message of an officer's own to people of a class.</summary>
/// <param name="Act"><c>try</c> only shows it; else it is sent.</param>
/// <param name="UnitId">Only people of this commune; null: of all.</param>
public sealed record OwnMessageForm(string? Act, string? Text, MessageGroup? Group, string? UnitId)
{
    // Enough for any; how much a text message holds depends on the names in it, and is said by letters where it is tried.
    private const int LongestTyped = 1000;

    public bool OnlyTried => Act == "try";

    /// <exception cref="InvalidInputException">With every field that is wrong.</exception>
    public (string Text, MessageGroup Group) Check()
    {
        Checks checks = new();
        string text = checks.Text("text", Text, LongestTyped);
        checks.Require(text.Length == 0 || ShortMessage.Plain(text).Any(char.IsLetterOrDigit), "text", "message-without-letters");
        checks.Require(Group is not null, "group", "required");
        checks.ThrowIfAny();
        return (text, Group!.Value);
    }
}
