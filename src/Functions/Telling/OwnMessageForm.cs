namespace NtmServerless.Functions.Telling;

/// <summary>A message of an officer's own to people of a class.</summary>
/// <param name="Act"><c>try</c> only shows it; else it is sent.</param>
/// <param name="UnitId">Only people of this commune; null: of all.</param>
public sealed record OwnMessageForm(string? Act, string? Text, MessageGroup? Group, string? UnitId)
{
    public bool OnlyTried => Act == "try";

    /// <exception cref="InvalidInputException">With every field that is wrong.</exception>
    public (string Text, MessageGroup Group) Check()
    {
        Checks checks = new();
        string text = checks.Text("text", Text, ShortMessage.Longest);
        checks.Require(Group is not null, "group", "required");
        checks.ThrowIfAny();
        return (text, Group!.Value);
    }
}
