namespace NtmServerless.Functions.Telling;

/// <summary>Whom of a notice an officer told.</summary>
/// <param name="Act"><c>mark</c>: those of <paramref name="Codes"/>; <c>all</c>: all left whom the officer may tell; <c>undo</c>: takes marks away.</param>
/// <param name="Notice">Id of the notice.</param>
public sealed record TellForm(string? Act, string? Notice, IReadOnlyList<string>? Codes)
{
    public bool All => Act == "all";

    public bool Undo => Act == "undo";

    /// <exception cref="InvalidInputException">Nobody is named.</exception>
    public (string Notice, IReadOnlyList<string> Codes) Check()
    {
        Checks checks = new();
        checks.Require(!string.IsNullOrEmpty(Notice), "notice", "required");
        checks.Require(All || Codes is { Count: > 0 }, "codes", "nobody-ticked");
        checks.ThrowIfAny();
        return (Notice!, [.. (Codes ?? []).Distinct(StringComparer.Ordinal)]);
    }
}
